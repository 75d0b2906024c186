package dev.serai.engine.message;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides what is nobody's business in what a person is shown of a message: the values of headers and fields with telling names, such as {@code
 * password} or {@code cardNumber}, and IBANs, card numbers and bearer tokens wherever they stand.
 *
 * <p>Names are compared without regard to case, {@code -}, {@code _} and {@code .}: {@code X-Api-Key} is {@code apikey}. It masks by name and
 * by form, so what stands in free text without either stays; it is for showing, not for handing data on.
 */
public final class Masking {

    /** What stands in place of a value. */
    public static final String MASK = "••••";

    /** Enough anywhere in a name. */
    private static final String ANYWHERE =
            "password|passwd|passphrase|secret|token|authorization|apikey|accesskey|privatekey|credential"
                    + "|cookie|iban|cardnumber|creditcard";

    /** Enough as a word of its own in a name: {@code cardHolder}, but not {@code discard}. */
    private static final Pattern WORDS = Pattern.compile("pwd|card|cvv|cvc|pin|pan|ssn|auth|otp");

    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z0-9]");
    private static final int NAMES_REMEMBERED = 5_000;
    private static final int LARGEST_LIST = 20;

    private final Pattern anywhere;
    private final Map<String, Boolean> hidden = new ConcurrentHashMap<>();

    private Masking(String names) {
        anywhere = Pattern.compile(names);
    }

    /** The names that are always masked. */
    public static Masking standard() {
        return new Masking(ANYWHERE);
    }

    /** Those, and more: parts of names with commas between. */
    public static Masking with(String moreNames) {
        return new Masking(Stream.of(moreNames.split(","))
                .map(Masking::letters)
                .filter(name -> !name.isEmpty())
                .reduce(ANYWHERE, (all, name) -> all + "|" + name));
    }

    private static String letters(String name) {
        return NOT_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Whether the values of that name are hidden. */
    public boolean hides(String name) {
        Boolean known = hidden.get(name);
        if (known != null) {
            return known;
        }
        boolean hides = isTelling(name);
        // Names come from messages too: what strangers make up must not fill the memory.
        if (hidden.size() < NAMES_REMEMBERED) {
            hidden.put(name, hides);
        }
        return hides;
    }

    private boolean isTelling(String name) {
        return anywhere.matcher(letters(name)).find()
                || WORD_BORDER.splitAsStream(name).anyMatch(word -> WORDS.matcher(word.toLowerCase(Locale.ROOT))
                        .matches());
    }

    /** A value as it may be shown under that name. */
    public String value(String name, @Nullable Object value) {
        return hides(name) ? MASK : text(String.valueOf(value));
    }

    /** Headers as text: simple values as they are, the others by their kind. */
    public Map<String, String> headers(Map<String, Object> headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> shown.put(name, value(name, isSimple(value) ? value : kind(value))));
        return shown;
    }

    /** Text of any form, JSON, XML, a web form, a line of a log: values behind telling names are hidden, and telling values everywhere. */
    public String text(String text) {
        return TellingValues.hide(new MaskedText(this, text).masked());
    }

    private static boolean isSimple(@Nullable Object value) {
        return value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof java.time.temporal.Temporal
                || value instanceof Collection<?> many
                        && many.size() <= LARGEST_LIST
                        && many.stream().allMatch(Masking::isSimple);
    }

    private static String kind(@Nullable Object value) {
        return value == null ? "" : "(" + value.getClass().getName() + ")";
    }
}
