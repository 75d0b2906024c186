package dev.serai.console.api;

import dev.serai.management.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** One call: the names in its path, its query, its body. */
public final class Call {

    /** The largest body, and the largest integration, in bytes. */
    static final int BODY_LIMIT = 32 * 1024 * 1024;

    private static final int NAME_LIMIT = 64;

    private final Request request;
    private final Map<String, String> names;
    private final Fields query;
    private final Caller caller;

    Call(Request request, Map<String, String> names, Fields query, Caller caller) {
        this.request = request;
        this.names = names;
        this.query = query;
        this.caller = caller;
    }

    /** Who asks. */
    Caller caller() {
        return caller;
    }

    /** A name in the path, such as NAME in {@code /integrations/NAME}. */
    String name(String key) {
        String value = names.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + key + "}; it has " + names.keySet());
        }
        return value;
    }

    Optional<String> query(String key) {
        return Optional.ofNullable(query.getValue(key)).filter(value -> !value.isBlank());
    }

    String required(String key) {
        return query(key)
                .orElseThrow(
                        () -> Problem.badRequest("the query parameter " + key + " is missing", "add ?" + key + "=…"));
    }

    /** A whole number from 1 with up to nine digits. */
    static int number(String what, String seen) {
        return Integer.parseInt(digits(what, seen, 9));
    }

    /** A whole number from 1 with up to eighteen digits. */
    static long longNumber(String what, String seen) {
        return Long.parseLong(digits(what, seen, 18));
    }

    private static String digits(String what, String seen, int most) {
        if (!seen.matches("[1-9][0-9]{0," + (most - 1) + "}")) {
            throw Problem.badRequest(
                    what + " is \"" + seen + "\"; expected a whole number from 1", "give a number, such as 1");
        }
        return seen;
    }

    String contentType() {
        String header = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** Who asks, for the history: the caller's own word in the header {@code Serai-User}. */
    String by() {
        String user = request.getHeaders().get("Serai-User");
        if (user == null || user.isBlank()) {
            return "api";
        }
        String printable = user.strip().replaceAll("[^\\p{Alnum}._@ -]", "?");
        return printable.substring(0, Math.min(NAME_LIMIT, printable.length()));
    }

    byte[] body() throws IOException {
        if (request.getLength() > BODY_LIMIT) {
            throw tooLarge();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(BODY_LIMIT + 1);
            if (bytes.length > BODY_LIMIT) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    static Problem tooLarge() {
        return Problem.tooLarge("the integration has more than " + BODY_LIMIT + " bytes");
    }
}
