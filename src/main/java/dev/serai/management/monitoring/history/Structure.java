package dev.serai.management.monitoring.history;

import dev.serai.engine.message.Masking;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps and lists as JSON, masked, up to a length; what is neither shows its class. */
final class Structure {

    private static final int DEEPEST = 20;

    private final Masking masking;
    private final int limit;
    private final StringBuilder json = new StringBuilder();

    Structure(Masking masking, int limit) {
        this.masking = masking;
        this.limit = limit;
    }

    String of(Object body) {
        if (!(body instanceof Map<?, ?>) && !(body instanceof Collection<?>)) {
            return "(" + body.getClass().getName() + ")";
        }
        write("", body, 0);
        return json.length() <= limit ? json.toString() : json.substring(0, limit) + "…";
    }

    private boolean isFull() {
        return json.length() > limit;
    }

    private void write(String name, @Nullable Object value, int depth) {
        if (masking.hides(name)) {
            quote(Masking.MASK);
        } else if (value instanceof Map<?, ?> map && depth < DEEPEST) {
            writeMap(map, depth);
        } else if (value instanceof Collection<?> many && depth < DEEPEST) {
            writeList(name, many, depth);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            json.append(masking.text(String.valueOf(value)));
        } else if (value instanceof CharSequence text) {
            quote(masking.text(
                    text.subSequence(0, Math.min(text.length(), limit)).toString()));
        } else {
            quote(
                    value instanceof Enum<?>
                                    || value.getClass().getName().startsWith("java.") && !(value instanceof Iterable<?>)
                            ? masking.text(value.toString())
                            : "(" + value.getClass().getName() + ")");
        }
    }

    private void writeMap(Map<?, ?> map, int depth) {
        json.append('{');
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (isFull()) {
                return;
            }
            json.append(between);
            String name = String.valueOf(entry.getKey());
            quote(name);
            json.append(": ");
            write(name, entry.getValue(), depth + 1);
            between = ", ";
        }
        json.append('}');
    }

    private void writeList(String name, Collection<?> many, int depth) {
        json.append('[');
        String between = "";
        for (Object one : many) {
            if (isFull()) {
                return;
            }
            json.append(between);
            write(name, one, depth + 1);
            between = ", ";
        }
        json.append(']');
    }

    private void quote(String text) {
        json.append('"');
        text.chars().forEach(this::escape);
        json.append('"');
    }

    private void escape(int seen) {
        switch (seen) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> json.append((char) seen);
        }
    }
}
