package dev.serai.engine.enterprise.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the server itself, before or instead of a route's.
 *
 * @param status of HTTP
 * @param message what is wrong, without anything of the inside
 */
record Refusal(int status, String message) {

    static final Refusal UNKNOWN_PATH = new Refusal(404, "no integration serves this path");
    static final Refusal NO_PATH = new Refusal(400, "the target of the request is not a path");
    static final Refusal DOUBTFUL_LENGTH = new Refusal(400, "the length of the request is doubtful");

    private static final AttributeKey<Boolean> ENDED = AttributeKey.valueOf("serai.ended");
    private static final Refusal INVALID = new Refusal(400, "not a valid HTTP request");

    /** For a request that could not be read. */
    static Refusal unreadable(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Refusal(414, "the request line is too long");
        }
        return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException
                ? new Refusal(431, "the headers are too large")
                : INVALID;
    }

    /** For a request that its route did not answer. */
    static Refusal failed(int status) {
        return switch (status) {
            case 413 -> new Refusal(status, "the body is larger than this server takes");
            case 504 -> new Refusal(status, "the integration did not answer in time");
            default ->
                status >= 400 && status < 500
                        ? new Refusal(status, "the request could not be read")
                        : new Refusal(500, "the request could not be processed");
        };
    }

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.headWritten()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end("{\"error\":\"" + message + "\"}\n");
        }
    }

    /** Answers, and ends the connection: where the next request begins on it is not certain. */
    void answerAndClose(HttpServerRequest request) {
        channel(request).attr(ENDED).set(true);
        answer(request);
        request.connection().close();
    }

    /** Whether a request came on a connection that a refusal has ended. It may have been read with the refused one, and is none of its client's. */
    static boolean hasEnded(HttpServerRequest request) {
        return channel(request).hasAttr(ENDED);
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
