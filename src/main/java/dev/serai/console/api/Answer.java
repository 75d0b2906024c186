package dev.serai.console.api;

import dev.serai.foundation.secret.Redaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** What goes back to the caller. */
public interface Answer {

    void writeTo(Response response) throws IOException;

    /** What came of the change that is answered, for the audit trail. */
    default Act act() {
        return Act.DONE;
    }

    /** 200 with the value as JSON. */
    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        return new Whole(status, "application/json", Wire.json(value), Map.of(), Act.of(value));
    }

    /** An answer that is known as a whole before its first byte is sent. */
    record Whole(int status, String contentType, byte[] body, Map<String, String> headers, Act act) implements Answer {

        public Whole(int status, String contentType, byte[] body, Map<String, String> headers) {
            this(status, contentType, body, headers, Act.DONE);
        }

        @Override
        public void writeTo(Response response) throws IOException {
            response.setStatus(status);
            headers.forEach((name, value) -> response.getHeaders().put(name, value));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            byte[] shown = Redaction.clean(body);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, shown.length);
            Content.Sink.write(response, true, ByteBuffer.wrap(shown));
        }
    }
}
