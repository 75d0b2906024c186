package dev.serai.console.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** What goes back to the caller. */
public interface Answer {

    void writeTo(Response response) throws IOException;

    /** 200 with the value as JSON. */
    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        return new Whole(status, "application/json", Wire.json(value), Map.of());
    }

    /** An answer that is known as a whole before its first byte is sent. */
    record Whole(int status, String contentType, byte[] body, Map<String, String> headers) implements Answer {

        @Override
        public void writeTo(Response response) throws IOException {
            response.setStatus(status);
            headers.forEach((name, value) -> response.getHeaders().put(name, value));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            Content.Sink.write(response, true, ByteBuffer.wrap(body));
        }
    }
}
