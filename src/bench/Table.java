package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under headings, on standard output. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(headings);
    }

    Table row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = cells[i] instanceof Double ? number((Double) cells[i]) : cells[i].toString();
        }
        rows.add(row);
        return this;
    }

    /** How many times the baseline. */
    static String ratio(double value, double baseline) {
        return String.format(Locale.ROOT, "%.2f", value / baseline);
    }

    void print(String title) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        System.out.println("\n" + title);
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < row.length; i++) {
                String pad = " ".repeat(widths[i] - row[i].length());
                line.append(' ').append(i == 0 ? row[i] + pad : pad + row[i]).append(' ');
            }
            System.out.println(line.toString().stripTrailing());
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
    }
}
