package dev.serai.engine.enterprise.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Marks a request with two lengths as invalid. Netty drops its Content-Length and goes on; a proxy in front that goes by that
 * length would see another request begin elsewhere, which is how requests are smuggled past it.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private static final String NAME = "httpDecoder";

    private StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Puts the strict decoder in place of the lenient one; to be called before the first request of a connection is read. */
    static void install(HttpConnection connection, HttpServerOptions options) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.get(NAME) != null) {
            pipeline.replace(NAME, NAME, new StrictRequestDecoder(options));
        }
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        message.setDecoderResult(
                DecoderResult.failure(new IllegalArgumentException("both Content-Length and Transfer-Encoding")));
    }
}
