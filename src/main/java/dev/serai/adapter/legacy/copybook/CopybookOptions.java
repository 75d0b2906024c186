package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.language.SourceForm;
import dev.serai.adapter.legacy.copybook.record.CodePage;
import dev.serai.adapter.legacy.copybook.record.Dialect;
import dev.serai.adapter.legacy.copybook.record.Framing;
import dev.serai.adapter.legacy.copybook.record.NameStyle;
import dev.serai.adapter.legacy.copybook.record.Trim;
import dev.serai.foundation.DidYouMean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The options that a route gives the data format. */
public final class CopybookOptions {

    private final Map<CopybookOption, String> given = new EnumMap<>(CopybookOption.class);

    /** What reading gives. */
    enum Output {
        RECORDS,
        RECORD,
        LIST,
        JSON,
        JSONLINES
    }

    /**
     * @param options by name, as a route writes them; names in kebab-case count too
     * @throws CopybookOptionException for the first that is unknown or wrong
     */
    public static CopybookOptions of(Map<String, String> options) {
        CopybookOptions all = new CopybookOptions();
        options.forEach(all::set);
        all.check();
        return all;
    }

    /** The names of all options. */
    public static List<String> names() {
        return Arrays.stream(CopybookOption.values()).map(CopybookOption::word).toList();
    }

    void set(String name, String value) {
        String plain = name.replace("-", "");
        CopybookOption option = Arrays.stream(CopybookOption.values())
                .filter(known -> known.word().equalsIgnoreCase(plain))
                .findFirst()
                .orElseThrow(() -> new CopybookOptionException(
                        name, "option \"" + name + "\" is unknown", orList(DidYouMean.hint(name, names()), names())));
        set(option, value);
    }

    void set(CopybookOption option, String value) {
        List<String> choices = option.choices();
        if (!choices.isEmpty() && choices.stream().noneMatch(value::equalsIgnoreCase)) {
            throw new CopybookOptionException(
                    option.word(),
                    "option \"" + option.word() + "\" is \"" + value + "\", expected one of "
                            + String.join(", ", choices),
                    DidYouMean.hint(value, choices));
        }
        given.put(option, value);
    }

    private static String orList(String hint, List<String> known) {
        return hint.isEmpty() ? "known are " + String.join(", ", known) : hint;
    }

    /** Tells what is wrong with values that are not chosen from a list, and what is missing. */
    void check() {
        if (copybook().isEmpty()) {
            throw new CopybookOptionException(
                    "copybook", "option \"copybook\" is missing", "write copybook=classpath:NAME.cpy");
        }
        dialect();
        framing();
    }

    String copybook() {
        return value(CopybookOption.COPYBOOK);
    }

    Optional<String> rules() {
        return Optional.of(value(CopybookOption.RULES)).filter(rules -> !rules.isEmpty());
    }

    Optional<String> record() {
        return Optional.of(value(CopybookOption.RECORD)).filter(record -> !record.isEmpty());
    }

    Optional<String> badRecords() {
        return Optional.of(value(CopybookOption.BAD_RECORDS)).filter(uri -> !uri.isEmpty());
    }

    SourceForm source() {
        return SourceForm.valueOf(value(CopybookOption.SOURCE).toUpperCase(Locale.ROOT));
    }

    Output output() {
        return Output.valueOf(value(CopybookOption.OUTPUT).toUpperCase(Locale.ROOT));
    }

    Dialect dialect() {
        return new Dialect(
                page(),
                NameStyle.valueOf(value(CopybookOption.NAMES).toUpperCase(Locale.ROOT)),
                Trim.valueOf(value(CopybookOption.TRIM).toUpperCase(Locale.ROOT)),
                is(CopybookOption.BLANKS, "null"),
                is(CopybookOption.FLOATS, "ieee"),
                is(CopybookOption.BYTE_ORDER, "little"),
                is(CopybookOption.TRUNC, "bin"),
                is(CopybookOption.OVERPUNCH, "ascii"),
                is(CopybookOption.ALIGNMENT, "natural"),
                is(CopybookOption.SLIDE, "true"),
                is(CopybookOption.MISSING, "initial"),
                is(CopybookOption.UNKNOWN, "ignore"));
    }

    private CodePage page() {
        try {
            return CodePage.of(value(CopybookOption.CHARSET));
        } catch (IllegalArgumentException e) {
            throw new CopybookOptionException("charset", String.valueOf(e.getMessage()), "");
        }
    }

    Framing framing() {
        int recordLength = number(CopybookOption.RECORD_LENGTH, 0);
        int blockSize = number(CopybookOption.BLOCK_SIZE, 16);
        return switch (value(CopybookOption.FORMAT).toLowerCase(Locale.ROOT)) {
            case "rdw", "bdw" ->
                new Framing.Described(is(CopybookOption.FORMAT, "bdw"), is(CopybookOption.RDW, "total"), blockSize);
            case "lines" -> new Framing.Lines(is(CopybookOption.LINE_END, "crlf"));
            default -> new Framing.Fixed(recordLength);
        };
    }

    private int number(CopybookOption option, int least) {
        String value = value(option);
        if (!value.matches("\\d{1,8}") || Integer.parseInt(value) < least) {
            throw new CopybookOptionException(
                    option.word(),
                    "option \"" + option.word() + "\" is \"" + value + "\", expected a number of bytes",
                    "");
        }
        return Integer.parseInt(value);
    }

    private boolean is(CopybookOption option, String choice) {
        return value(option).equalsIgnoreCase(choice);
    }

    private String value(CopybookOption option) {
        return given.getOrDefault(option, option.standard());
    }
}
