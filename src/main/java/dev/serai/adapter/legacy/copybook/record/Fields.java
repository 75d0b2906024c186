package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Literal;
import dev.serai.adapter.legacy.copybook.language.Picture;
import dev.serai.adapter.legacy.copybook.language.Usage;
import dev.serai.adapter.legacy.copybook.record.NumberField.NumberShape;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Makes the fields of a copybook, with what stands in them when no value is given. */
final class Fields {

    private static final int MOST_BINARY_DIGITS = 18;

    private final Copybook copybook;
    private final Dialect dialect;
    private final CodePage page;

    Fields(Copybook copybook, Dialect dialect) {
        this.copybook = copybook;
        this.dialect = dialect;
        this.page = dialect.page();
    }

    Scalar field(Item item) {
        Scalar field = make(item);
        field.initial(neutral(field), false);
        item.value().ifPresent(value -> field.initial(bytes(item, field, value), true));
        return field;
    }

    private Scalar make(Item item) {
        String words = words(item);
        int size = Extents.bytes(item);
        Optional<Picture> picture = item.picture();
        if (picture.isEmpty()) {
            return new FloatField(size, words, dialect.ieee(), dialect.littleEndian());
        }
        boolean number = picture.get().kind() == Picture.Kind.NUMBER;
        if (number && !item.isBlankWhenZero()) {
            return number(item, picture.get(), words);
        }
        return picture.get().kind() == Picture.Kind.NATIONAL
                ? new NationalField(picture.get().size(), words, dialect.trim())
                : new TextField(size, words, page, item.isJustified(), dialect.trim());
    }

    private Scalar number(Item item, Picture picture, String words) {
        NumberShape shape = new NumberShape(
                picture.digits(), picture.scale(), picture.signed(), dialect.blanksAreNull(), page.space(), words);
        Usage usage = item.usage();
        if (usage.isBinary() && picture.digits() > MOST_BINARY_DIGITS) {
            throw copybook.problem(
                    item,
                    "is binary and has " + picture.digits() + " digits, expected at most " + MOST_BINARY_DIGITS,
                    "correct the picture");
        }
        if (usage == Usage.NATIONAL) {
            throw copybook.problem(
                    item, "is a number of national characters, which is not known", "describe it as PIC N");
        }
        return switch (usage) {
            case BINARY -> new BinaryField(shape, false, dialect.fullBinary());
            case NATIVE -> new BinaryField(shape, dialect.littleEndian(), true);
            case PACKED -> new PackedField(shape);
            default -> new ZonedField(shape, item.sign(), page, dialect.asciiOverpunch());
        };
    }

    /** As the copybook describes it, for messages. */
    private static String words(Item item) {
        String picture = item.picture().map(known -> "PIC " + known.text()).orElse("");
        String usage = item.usage() == Usage.DISPLAY ? "" : item.usage().word();
        return (picture + " " + usage).strip();
    }

    private byte[] neutral(Scalar field) {
        Object nothing = field instanceof NumberField || field instanceof FloatField ? 0 : "";
        return written(field, nothing);
    }

    private static byte[] written(Scalar field, Object value) {
        byte[] bytes = new byte[field.size()];
        Cursor cursor = new Cursor(0);
        cursor.on(bytes, 0, bytes.length);
        field.write(cursor, value);
        return bytes;
    }

    private byte[] bytes(Item item, Scalar field, Literal value) {
        boolean number = field instanceof NumberField || field instanceof FloatField;
        try {
            if (number && value.kind() == Literal.Kind.NUMBER) {
                return written(field, new BigDecimal(value.text()));
            }
            if (number && value.kind() == Literal.Kind.ZEROS) {
                return written(field, 0);
            }
            if (field instanceof NationalField) {
                return written(field, value.text());
            }
            return characters(value, field.size());
        } catch (BadData | IllegalArgumentException e) {
            throw copybook.problem(
                    item, "has the value " + value + ", which does not fit: " + e.getMessage(), "correct one of them");
        }
    }

    /**
     * A literal as so many bytes.
     *
     * @throws IllegalArgumentException in words, when it does not fit
     */
    byte[] characters(Literal value, int size) {
        return switch (value.kind()) {
            case SPACES -> filled(size, page.space());
            case ZEROS -> filled(size, page.sign('0'));
            case LOW_VALUES -> filled(size, (byte) 0);
            case HIGH_VALUES -> filled(size, (byte) 0xFF);
            case QUOTES -> filled(size, page.sign('"'));
            case HEXADECIMAL -> placed(HexFormat.of().parseHex(value.text()), value.all(), size);
            case TEXT, NUMBER -> placed(encoded(value.text()), value.all(), size);
        };
    }

    private byte[] encoded(String text) {
        try {
            return page.encode(text, 0);
        } catch (BadData e) {
            throw new IllegalArgumentException(e.problem(), e);
        }
    }

    private static byte[] filled(int size, byte one) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, one);
        return bytes;
    }

    private byte[] placed(byte[] text, boolean all, int size) {
        if (text.length > size) {
            throw new IllegalArgumentException("it takes " + text.length + " bytes, there is room for " + size);
        }
        byte[] bytes = filled(size, page.space());
        for (int i = 0; i < (all && text.length > 0 ? size : text.length); i++) {
            bytes[i] = text[i % text.length];
        }
        return bytes;
    }
}
