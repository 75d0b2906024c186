package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kind of a setting: how its text is read and what is allowed.
 *
 * @param <T> the type of the value
 */
public final class Kind<T> {

    public static final Kind<String> TEXT = new Kind<>("text", "any text", text -> text, value -> true);
    public static final Kind<String> NAME =
            new Kind<>("name", "a text that is not blank", text -> text, value -> !value.isBlank());
    public static final Kind<Integer> PORT = new Kind<>(
            "TCP port", "a TCP port from 0 to 65535", Integer::valueOf, value -> value >= 0 && value <= 65_535);
    public static final Kind<Boolean> FLAG = new Kind<>("flag", "true or false", Kind::flag, value -> true);
    public static final Kind<Long> SIZE =
            new Kind<>("size", "a size such as 512KB, 5MB or 1GB", Kind::size, value -> value > 0);
    public static final Kind<Duration> DURATION =
            new Kind<>("duration", "a duration such as 500ms, 10s or 2m", Kind::duration, value -> !value.isNegative());
    public static final Kind<Duration> POSITIVE_DURATION = new Kind<>(
            "duration",
            "a duration above zero such as 500ms, 10s or 2m",
            Kind::duration,
            value -> !value.isNegative() && !value.isZero());
    public static final Kind<Double> FACTOR =
            new Kind<>("factor", "a number from 1 up, such as 1.5", Double::valueOf, value -> value >= 1);
    public static final Kind<Secret> SECRET = new Kind<>(
            "secret",
            "a reference such as {{secret:NAME}}, {{env:NAME}} or {{file:/path}}",
            Secret::new,
            value -> true);
    public static final Kind<String> JDBC_URL = new Kind<>(
            "JDBC URL",
            "a JDBC URL beginning with jdbc:h2: or jdbc:postgresql:, or nothing",
            text -> text,
            value -> value.isEmpty() || value.startsWith("jdbc:h2:") || value.startsWith("jdbc:postgresql:"));

    public static final Kind<Integer> PERCENT = new Kind<>(
            "per cent",
            "a whole number of per cent from 1 to 100, such as 10",
            text -> Integer.valueOf(
                    text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text),
            value -> value >= 1 && value <= 100);
    public static final Kind<Double> RATIO = new Kind<>(
            "ratio", "a number from 0 to 1, such as 0.1", Double::valueOf, value -> value >= 0 && value <= 1);
    public static final Kind<String> HTTP_URL = new Kind<>(
            "URL",
            "a URL beginning with http:// or https://, or nothing",
            text -> text,
            value -> value.isEmpty() || value.matches("https?://[^\\s/@]+(/\\S*)?"));

    public static final Kind<ClientRoles> CLIENT_ROLES =
            new Kind<>("mapping", ClientRoles.EXPECTED, ClientRoles::read, value -> true);

    public static final Kind<Windows> WINDOWS = new Kind<>("times", Windows.EXPECTED, Windows::read, value -> true);

    private static final Pattern DURATION_PART = Pattern.compile("(\\d+)(ms|s|m|h|d)");
    private static final Pattern DURATION_TEXT = Pattern.compile("(\\d+(ms|s|m|h|d))+");
    private static final Pattern SIZE_TEXT = Pattern.compile("(\\d+)\\s*([KMG]?B)");

    private final String title;
    private final String expected;
    private final Function<String, T> reader;
    private final Predicate<T> allowed;

    private Kind(String title, String expected, Function<String, T> reader, Predicate<T> allowed) {
        this.title = title;
        this.expected = expected;
        this.reader = reader;
        this.allowed = allowed;
    }

    /** A whole number with a lower bound. */
    public static Kind<Integer> count(int least) {
        return new Kind<>("number", "a whole number from " + least + " up", Integer::valueOf, value -> value >= least);
    }

    /** One of a few words. */
    public static Kind<String> oneOf(String... words) {
        List<String> allowed = List.of(words);
        return new Kind<>("word", "one of " + String.join(", ", allowed), text -> text, allowed::contains);
    }

    /** A text of a certain form. */
    public static Kind<String> form(String title, String expected, String pattern) {
        return new Kind<>(title, expected, text -> text, value -> value.matches(pattern));
    }

    /** One of the names of an enum, written in lower case. */
    public static <E extends Enum<E>> Kind<E> choice(Class<E> names) {
        String known = Arrays.stream(names.getEnumConstants())
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Kind<>(
                "choice", "one of " + known, text -> Enum.valueOf(names, text.toUpperCase(Locale.ROOT)), value -> true);
    }

    /** What a person calls it: {@code duration}. */
    public String title() {
        return title;
    }

    /** What a person should have written. */
    public String expected() {
        return expected;
    }

    /**
     * @throws IllegalArgumentException when the text is not of this kind, or the value not allowed
     */
    public T read(String text) {
        T value = reader.apply(text.trim());
        if (!allows(value)) {
            throw new IllegalArgumentException("expected " + expected);
        }
        return value;
    }

    /** A value as it may be shown: a URL without user, password and options. */
    public String shown(Object value) {
        String text = String.valueOf(value);
        return (Object) this == JDBC_URL ? text.replaceAll("//[^/@]*@", "//").replaceAll("[?;].*", "") : text;
    }

    public boolean allows(T value) {
        return allowed.test(value);
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static Duration duration(String text) {
        if (!DURATION_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("expected a duration");
        }
        Duration sum = Duration.ZERO;
        for (Matcher part = DURATION_PART.matcher(text); part.find(); ) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
        }
        return sum;
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    /** Sizes count in powers of 1024, as the JVM's own do. */
    private static Long size(String text) {
        Matcher size = SIZE_TEXT.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException("expected a size");
        }
        int shift =
                switch (size.group(2)) {
                    case "KB" -> 10;
                    case "MB" -> 20;
                    case "GB" -> 30;
                    default -> 0;
                };
        return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << shift);
    }
}
