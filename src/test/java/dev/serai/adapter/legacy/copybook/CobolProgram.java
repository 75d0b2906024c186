package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes COBOL programs for a copybook: one that moves values, read as lines of text, into the fields and writes the records, and one that reads
 * records and writes the values of their fields as lines. The compiler alone decides where the fields stand and what their bytes are.
 */
final class CobolProgram {

    private static final String INDENT = "           ";

    private final Item record;
    private final Map<String, String> conditions;
    private final boolean variable;
    private final int size;
    private final List<String> lines = new ArrayList<>();
    private boolean reads;

    /**
     * @param conditions when an alternative of a REDEFINES holds, in COBOL; no entry for the last of them
     * @param variable whether records have descriptor words
     * @param size of a record that has none
     */
    CobolProgram(Item record, Map<String, String> conditions, boolean variable, int size) {
        this.record = record;
        this.conditions = conditions;
        this.variable = variable;
        this.size = size;
    }

    /** Reads {@code values.txt}, writes {@code cobol.dat}. */
    String writer(int records, String emit) {
        lines.clear();
        reads = false;
        head("cobol.dat");
        line("OPEN INPUT VALS. OPEN OUTPUT F.");
        line("PERFORM ONE-RECORD " + records + " TIMES.");
        line("CLOSE F VALS. STOP RUN.");
        lines.add("       ONE-RECORD.");
        line("MOVE ALL X'00' TO " + record.name() + ".");
        if (record.all().noneMatch(Item::isSynchronized)) {
            line("INITIALIZE " + record.name() + " WITH FILLER");
            line("  ALL TO VALUE THEN TO DEFAULT.");
        }
        record.children().forEach(child -> item(child, List.of()));
        if (emit.isEmpty()) {
            line("MOVE FUNCTION LENGTH(" + record.name() + ") TO WS-LEN");
            line("MOVE " + record.name() + " TO F-REC");
        } else {
            emit.lines().forEach(this::line);
        }
        line("WRITE F-REC.");
        nextLine();
        return text();
    }

    /** Reads {@code ours.dat}, writes {@code values-read.txt}. */
    String reader() {
        lines.clear();
        reads = true;
        head("ours.dat");
        line("OPEN INPUT F. OPEN OUTPUT VALS.");
        line("PERFORM UNTIL WS-END = 'Y'");
        line("  READ F AT END MOVE 'Y' TO WS-END");
        line("  NOT AT END PERFORM ONE-RECORD END-READ");
        line("END-PERFORM.");
        line("CLOSE F VALS. STOP RUN.");
        lines.add("       ONE-RECORD.");
        record.all()
                .filter(item -> item.occurs().isVariable() && variable)
                .forEach(table -> line("MOVE " + table.occurs().most() + " TO "
                        + table.occurs().dependingOn().get(0)));
        line("MOVE F-REC TO " + record.name() + ".");
        record.children().forEach(child -> item(child, List.of()));
        line("CONTINUE.");
        nextLine();
        return text();
    }

    private void head(String file) {
        lines.addAll(List.of(
                "       IDENTIFICATION DIVISION.",
                "       PROGRAM-ID. VALUES1.",
                "       ENVIRONMENT DIVISION.",
                "       INPUT-OUTPUT SECTION.",
                "       FILE-CONTROL.",
                "           SELECT F ASSIGN TO \"" + file + "\"",
                "             ORGANIZATION SEQUENTIAL.",
                "           SELECT VALS ASSIGN TO \"" + (reads ? "values-read.txt" : "values.txt") + "\"",
                "             ORGANIZATION LINE SEQUENTIAL.",
                "       DATA DIVISION.",
                "       FILE SECTION."));
        if (variable) {
            lines.add("       FD F RECORD IS VARYING FROM 1 TO 4000 CHARACTERS");
            lines.add("            DEPENDING ON WS-LEN.");
            lines.add("       01 F-REC PIC X(4000).");
        } else {
            lines.add("       FD F.");
            lines.add("       01 F-REC PIC X(" + size + ").");
        }
        lines.addAll(List.of(
                "       FD VALS.",
                "       01 VALS-REC PIC X(400).",
                "       WORKING-STORAGE SECTION.",
                "       01 WS-LEN PIC 9(5).",
                "       01 WS-PTR PIC 9(5).",
                "       01 WS-END PIC X VALUE 'N'.",
                "       01 WS-I1 PIC 9(5).",
                "       01 WS-I2 PIC 9(5).",
                "       01 WS-I3 PIC 9(5).",
                "       01 WS-LINE PIC X(400).",
                "       01 WS-NUM-AREA REDEFINES WS-LINE.",
                "         05 WS-NUM PIC S9(18)V9(18) SIGN LEADING SEPARATE.",
                "       01 WS-BIG-AREA REDEFINES WS-LINE.",
                "         05 WS-BIG PIC S9(36) SIGN LEADING SEPARATE.",
                "       COPY \"record.cpy\".",
                "       PROCEDURE DIVISION.",
                "       MAIN-PART."));
    }

    private void nextLine() {
        lines.add("       NEXT-LINE.");
        line(reads ? "WRITE VALS-REC FROM WS-LINE." : "READ VALS INTO WS-LINE.");
    }

    private void item(Item item, List<String> subscripts) {
        if (item.redefines().isPresent()) {
            return;
        }
        List<Item> area = Areas.of(item);
        if (area.size() == 1) {
            table(item, subscripts);
            return;
        }
        for (Item alternative : area) {
            String name = Areas.name(alternative);
            if (conditions.containsKey(name)) {
                line("IF " + conditions.get(name));
                if (!reads && !item.name().isEmpty() && item.isGroup()) {
                    line("MOVE SPACES TO " + reference(item, subscripts));
                }
                table(alternative, subscripts);
                line("END-IF");
            }
        }
    }

    private void table(Item item, List<String> subscripts) {
        if (!item.isTable()) {
            content(item, subscripts);
            return;
        }
        String index = "WS-I" + (subscripts.size() + 1);
        String end = item.occurs().isVariable()
                ? counter(item, subscripts)
                : String.valueOf(item.occurs().most());
        line("PERFORM VARYING " + index + " FROM 1 BY 1");
        line("  UNTIL " + index + " > " + end);
        List<String> inside = new ArrayList<>(subscripts);
        inside.add(index);
        content(item, inside);
        line("END-PERFORM");
    }

    /** The counter stands in as many tables as the copybook puts it. */
    private String counter(Item table, List<String> subscripts) {
        String name = table.occurs().dependingOn().get(0);
        Item counter = record.all()
                .filter(item -> item.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
        long tables = counter.above().stream().filter(Item::isTable).count();
        return reference(counter, subscripts.subList(0, (int) tables));
    }

    private void content(Item item, List<String> subscripts) {
        if (item.isGroup()) {
            item.children().forEach(child -> item(child, subscripts));
        } else if (!item.name().isEmpty()) {
            field(item, reference(item, subscripts));
        }
    }

    private void field(Item item, String reference) {
        if (reads) {
            line("MOVE SPACES TO WS-LINE");
            line(
                    isText(item)
                            ? "MOVE " + shown(item, reference) + " TO WS-LINE(1:" + size(item) + ")"
                            : "MOVE " + reference + " TO " + number(item));
            line("PERFORM NEXT-LINE");
        } else {
            line("PERFORM NEXT-LINE");
            line("MOVE " + (isText(item) ? text(item, reference) : number(item) + " TO " + reference));
        }
    }

    private static String text(Item item, String reference) {
        if (item.isJustified()) {
            return "FUNCTION TRIM(WS-LINE TRAILING) TO " + reference;
        }
        String part = "WS-LINE(1:" + size(item) + ") TO ";
        return Edited.is(item) ? part + reference + "(1:" + size(item) + ")" : part + reference;
    }

    private static String shown(Item item, String reference) {
        return item.isJustified() ? "FUNCTION TRIM(" + reference + " LEADING)" : reference;
    }

    private static int size(Item item) {
        return item.picture().orElseThrow().size();
    }

    static boolean isText(Item item) {
        return item.picture()
                .map(picture -> picture.kind() == Picture.Kind.TEXT)
                .orElse(false);
    }

    /** Numbers of more digits than fit are whole. */
    private static String number(Item item) {
        return isBig(item) ? "WS-BIG" : "WS-NUM";
    }

    static boolean isBig(Item item) {
        return item.picture()
                .map(picture -> picture.digits() - picture.scale() > 18)
                .orElse(false);
    }

    private static String reference(Item item, List<String> subscripts) {
        return subscripts.isEmpty() ? item.name() : item.name() + "(" + String.join(" ", subscripts) + ")";
    }

    private void line(String text) {
        lines.add(INDENT + text);
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
