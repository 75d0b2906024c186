package dev.serai.engine.enterprise.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StreamCache;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.AsyncInputStream;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.ObjectHelper;
import org.apache.camel.support.http.HttpUtil;

/** Writes what a route left as its answer; a failure never shows its stack to the client. */
final class ResponseWriter {

    /** A form field becomes a header of the message, and may have a name that HTTP has no place for. */
    private static final BitSet HEADER_NAME = characters("!#$%&'*+.^_`|~-");

    private final HeaderFilterStrategy filter;

    ResponseWriter(PlatformHttpEndpoint endpoint) {
        this.filter = endpoint.getHeaderFilterStrategy();
    }

    Future<Void> write(Exchange exchange, RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return Future.succeededFuture();
        }
        try {
            Message message = exchange.getMessage();
            Object body = exchange.getException() == null ? message.getBody() : failureBody(exchange, message);
            response.setStatusCode(HttpUtil.determineResponseCode(exchange, body));
            writeHeaders(exchange, message, request);
            return writeBody(exchange, body, request);
        } catch (RuntimeException | NoTypeConversionAvailableException e) {
            return Future.failedFuture(e);
        }
    }

    /** Says that it failed and under which exchange to look for it; what failed inside is not a client's business. */
    private static String failureBody(Exchange exchange, Message message) {
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        return "{\"error\":\"the request could not be processed\",\"exchange\":\"" + exchange.getExchangeId() + "\"}\n";
    }

    /** What HTTP allows in a name; form fields, which become message headers, may have any. A regular expression costs a tenth of the throughput here. */
    private static boolean isHeaderName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!HEADER_NAME.get(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static BitSet characters(String others) {
        BitSet characters = new BitSet(128);
        characters.set('0', '9' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('a', 'z' + 1);
        others.chars().forEach(characters::set);
        return characters;
    }

    private void writeHeaders(Exchange exchange, Message message, RoutingContext request) {
        HttpServerResponse response = request.response();
        Map<String, String> pathParameters = request.pathParams();
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            String name = header.getKey();
            if (!pathParameters.containsKey(name)) {
                writeHeader(exchange, name, header.getValue(), response);
            }
        }
        String contentType = MessageHelper.getContentType(message);
        if (contentType != null) {
            response.putHeader("Content-Type", contentType);
        }
    }

    /** Nearly every header is one text, for which Camel would look for an iterator and a converter. */
    private void writeHeader(Exchange exchange, String name, Object value, HttpServerResponse response) {
        if (value instanceof String text) {
            if (!filter.applyFilterToCamelHeaders(name, text, exchange) && isHeaderName(name)) {
                response.putHeader(name, text);
            }
            return;
        }
        if (!isHeaderName(name)) {
            return;
        }
        HttpUtil.applyHeader(
                filter,
                exchange,
                ObjectHelper.createIterator(value, null, true),
                exchange.getContext().getTypeConverter(),
                name,
                (values, single) -> {
                    if (values != null) {
                        response.putHeader(name, values);
                    } else if (single != null) {
                        response.putHeader(name, single);
                    }
                });
    }

    /** Numbers go out as text, where Camel's converters would write their binary form. */
    private static Future<Void> writeBody(Exchange exchange, Object body, RoutingContext request)
            throws NoTypeConversionAvailableException {
        if (body == null) {
            return request.end();
        }
        if (body instanceof String text) {
            return request.end(text);
        }
        if (body instanceof Number || body instanceof Boolean) {
            return request.end(body.toString());
        }
        if (body instanceof byte[] bytes) {
            return request.end(Buffer.buffer(bytes));
        }
        if (body instanceof Buffer buffer) {
            return request.end(buffer);
        }
        if (body instanceof InputStream stream && !(body instanceof StreamCache cache && cache.inMemory())) {
            return stream(stream, request);
        }
        byte[] converted = exchange.getContext().getTypeConverter().tryConvertTo(byte[].class, exchange, body);
        if (converted != null) {
            return request.end(Buffer.buffer(converted));
        }
        ByteBuffer bytes =
                exchange.getContext().getTypeConverter().mandatoryConvertTo(ByteBuffer.class, exchange, body);
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return request.end(Buffer.buffer(copy));
    }

    private static Future<Void> stream(InputStream stream, RoutingContext request) {
        Promise<Void> written = Promise.promise();
        request.response().setChunked(true);
        Context context = request.vertx().getOrCreateContext();
        AsyncInputStream source = new AsyncInputStream(request.vertx(), context, stream);
        context.runOnContext(start -> source.pipeTo(request.response()).onComplete(written));
        return written.future();
    }
}
