package dev.serai.console.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** An answer of the entrance itself, as problem details (RFC 9457) with a hint. */
record Refusal(int status, String detail, String hint) {

    static Refusal unknownCaller(String hint) {
        return new Refusal(
                HttpStatus.UNAUTHORIZED_401,
                "this call has no valid token; every call needs the header Authorization: Bearer TOKEN, or a login",
                hint.isEmpty()
                        ? "make one with: serai token create; the owner's stands in state/runtime.json of Serai's home"
                        : hint);
    }

    static Refusal foreignOrigin() {
        return new Refusal(
                HttpStatus.FORBIDDEN_403,
                "this request was made by a page of another origin",
                "open the console itself; behind a proxy that changes host or scheme, set serai.management.forwarded");
    }

    static Refusal later(Duration wait, Response response) {
        long seconds = wait.toSeconds() + 1;
        response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
        return new Refusal(
                HttpStatus.TOO_MANY_REQUESTS_429,
                "too many failed logins; the next one is taken in " + seconds + " s",
                "wait; an administrator sets a new password with: serai user password NAME");
    }

    boolean write(Request request, Response response, Callback callback) {
        if (!request.consumeAvailable()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.setStatus(status);
        if (status == HttpStatus.UNAUTHORIZED_401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"serai\"");
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, BufferUtil.toBuffer(json(), StandardCharsets.UTF_8), callback);
        return true;
    }

    private String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", HttpStatus.getMessage(status))
                .put("status", status)
                .put("detail", detail)
                .put("hint", hint)
                .toString();
    }
}
