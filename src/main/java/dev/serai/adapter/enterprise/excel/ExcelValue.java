package dev.serai.adapter.enterprise.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell holds: text, a decimal, a truth value, or a date as ISO 8601 writes it. */
final class ExcelValue {

    /** Excel itself keeps and shows no more; what it writes beyond them is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    /** Letters of dates and times, outside of quoted text and of [Red]. */
    private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_DATE =
            Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^]]*]", Pattern.CASE_INSENSITIVE);

    private ExcelValue() {}

    static boolean isThere(@Nullable Cell cell) {
        return of(cell) != null;
    }

    static @Nullable Object of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        return switch (cell.getType()) {
            case BOOLEAN -> cell.asBoolean();
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.getRawValue());
            case FORMULA -> result(cell);
            default -> text(cell.getText());
        };
    }

    /** What Excel calculated last. */
    private static @Nullable Object result(Cell cell) {
        return cell.getValue() instanceof BigDecimal ? number(cell.getRawValue()) : text(cell.getText());
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static BigDecimal number(String raw) {
        BigDecimal exact = new BigDecimal(raw);
        return exact.precision() <= DIGITS.getPrecision()
                ? exact
                : exact.round(DIGITS).stripTrailingZeros();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && !format.equalsIgnoreCase("General")
                && DATE.matcher(NO_DATE.matcher(format).replaceAll("")).find();
    }

    private static String date(LocalDateTime date) {
        LocalDateTime rounded = date.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
        return rounded.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? rounded.toLocalDate().toString()
                : rounded.toString();
    }
}
