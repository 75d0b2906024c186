package dev.serai.adapter.legacy.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.adapter.legacy.copybook.SampleValues.Alternative;
import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.SourceForm;
import dev.serai.adapter.legacy.copybook.record.RecordReader;
import dev.serai.adapter.legacy.copybook.record.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that GnuCOBOL compiles from the same copybooks write records that we must read to the same values, write the same bytes as we do, and
 * read what we have written.
 */
class CopybookCobolIT {

    private static final Path COPYBOOKS = Path.of("src/test/resources/copybook");
    private static final int RECORDS = 400;

    /** A machine that has ASCII, the smaller byte first, and no hexadecimal floating point. */
    private static final Map<String, String> GNU = Map.of(
            "charset", "ISO-8859-1", "floats", "ieee", "byteOrder", "little", "alignment", "natural", "rdw", "data");

    private static Optional<GnuCobol> cobol = Optional.empty();

    @TempDir
    Path folder;

    @BeforeAll
    static void findCompiler() throws Exception {
        cobol = GnuCobol.find();
        if (cobol.isEmpty()) {
            System.out.println("not run: copybooks against GnuCOBOL (install Debian's packages gnucobol3 and gcc)");
        }
    }

    @Test
    void everyUsageSignAndPicture() throws Exception {
        exchange("usages", List.of(), Map.of("overpunch", "ascii"), List.of(), "");
    }

    @Test
    void signsOverDigitsAsIbmWritesThem() throws Exception {
        exchange("usages", List.of("-fsign=EBCDIC"), Map.of("overpunch", "ibm"), List.of(), "");
    }

    @Test
    void synchronizedItemsAndTheirSlackBytes() throws Exception {
        exchange("sync", List.of(), Map.of(), List.of(), "");
    }

    @Test
    void tablesOfFixedAndVariableLengthThatMoveWhatFollows() throws Exception {
        exchange("tables", List.of("-fodoslide"), Map.of("format", "rdw"), List.of(), "");
    }

    @Test
    void tablesInTablesThatHaveAlwaysTheirRoom() throws Exception {
        exchange("nested", List.of(), Map.of("slide", "false"), List.of(), "");
    }

    @Test
    void tablesInTablesThatMoveWhatFollows() throws Exception {
        exchange("nested", List.of(), Map.of("format", "rdw"), List.of(), """
                MOVE 1 TO WS-PTR
                PERFORM VARYING WS-I1 FROM 1 BY 1 UNTIL WS-I1 > 1
                  STRING NESTED-HEAD DELIMITED BY SIZE INTO F-REC
                    POINTER WS-PTR
                END-PERFORM
                PERFORM VARYING WS-I1 FROM 1 BY 1
                  UNTIL WS-I1 > ORDERS
                  STRING ORDER-HEAD(WS-I1) DELIMITED BY SIZE
                    INTO F-REC POINTER WS-PTR
                  PERFORM VARYING WS-I2 FROM 1 BY 1
                    UNTIL WS-I2 > LINE-COUNT(WS-I1)
                    STRING ORDER-LINE(WS-I1 WS-I2)
                      DELIMITED BY SIZE
                      INTO F-REC POINTER WS-PTR
                  END-PERFORM
                  STRING ORDER-END(WS-I1) DELIMITED BY SIZE
                    INTO F-REC POINTER WS-PTR
                END-PERFORM
                STRING NESTED-END DELIMITED BY SIZE INTO F-REC
                  POINTER WS-PTR
                COMPUTE WS-LEN = WS-PTR - 1""");
    }

    @Test
    void descriptionsThatAreChosenByValuesAndConditions() throws Exception {
        exchange(
                "redefines",
                List.of(),
                Map.of(),
                List.of(
                        new Alternative("PERSON", "PARTY-TYPE = 'P'", "PARTY-TYPE", List.of("P")),
                        new Alternative("COMPANY", "IS-COMPANY", "PARTY-TYPE", List.of("C", "G", "H")),
                        new Alternative("STATE", "PARTY-TYPE > 'W'", "PARTY-TYPE", List.of("X", "Y")),
                        new Alternative("BIRTH-DATE", "DATE-KIND = 'D'", "DATE-KIND", List.of("D")),
                        new Alternative("BIRTH-YEAR", "DATE-KIND = 'S'", "DATE-KIND", List.of("S"))),
                "");
    }

    @Test
    void charactersOfCodePagesAsTheSystemTranslatesThem() throws Exception {
        if (cobol.isEmpty()) {
            return;
        }
        Case display = new Case("display", List.of("-fsign=EBCDIC"), Map.of(), List.of());
        Made made = make(display, "");

        for (String page : List.of("IBM037", "IBM500", "IBM1047", "IBM1140")) {
            Files.write(folder.resolve("ascii.dat"), made.bytes());
            cobol.get().run(folder, List.of("sh", "-c", "iconv -f ISO-8859-1 -t " + page + " ascii.dat > ebcdic.dat"));
            byte[] ebcdic = Files.readAllBytes(folder.resolve("ebcdic.dat"));
            RecordFormat format = display.format(Map.of("charset", page));

            same(normal(read(format, ebcdic)), normal(made.values()));
            assertThat(Arrays.mismatch(written(format, made.values()), ebcdic))
                    .as(page)
                    .isEqualTo(-1);
        }
    }

    @Test
    void everyCharacterOfTheCodePagesAsTheSystemTranslatesIt() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Files.write(folder.resolve("all.dat"), all);
        for (String page : List.of("IBM037", "IBM273", "IBM500", "IBM1047", "IBM1140", "IBM1141")) {
            GnuCobol.plain(folder, List.of("sh", "-c", "iconv -f " + page + " -t UTF-8 all.dat > all.txt"));
            String theirs = Files.readString(folder.resolve("all.txt"), StandardCharsets.UTF_8);
            RecordFormat format = RecordFormat.of(
                    CopybookOptions.of(Map.of("copybook", "all", "charset", page, "trim", "none")),
                    uri -> uri.equals("all")
                            ? Optional.of(new RecordFormat.Text("all", "01 R.\n 05 ALL-OF-THEM PIC X(256)."))
                            : Optional.empty());

            String ours = String.valueOf(read(format, all).get(0).get("ALL-OF-THEM"));

            assertThat(lineEnds(ours)).as(page).isEqualTo(lineEnds(theirs));
        }
    }

    /** Which of its two codes EBCDIC's new line is, is a matter of taste. */
    private static String lineEnds(String text) {
        return text.replace('\u0085', '\n');
    }

    /** One copybook, with what is left open by it. */
    private record Case(
            String copybook, List<String> flags, Map<String, String> options, List<Alternative> alternatives) {

        String text(String ending) throws Exception {
            Path file = COPYBOOKS.resolve(copybook + ending);
            return Files.exists(file) ? Files.readString(file) : "";
        }

        RecordFormat format(Map<String, String> more) throws Exception {
            Map<String, String> all = new HashMap<>(GNU);
            all.putAll(options);
            all.putAll(more);
            all.put("copybook", copybook + ".cpy");
            Map<String, String> files = Map.of(copybook + ".cpy", text(".cpy"), copybook + ".rules", text(".rules"));
            return RecordFormat.of(CopybookOptions.of(all), uri -> Optional.ofNullable(files.get(uri))
                    .map(content -> new RecordFormat.Text(uri, content)));
        }

        Item record() throws Exception {
            return Copybook.read(copybook, text(".cpy"), SourceForm.AUTO)
                    .records()
                    .get(0);
        }

        /** This compiler cannot find its way in variable tables inside each other: it is given their room, and the counters decide. */
        String forCompiler() throws Exception {
            return copybook.equals("nested")
                    ? text(".cpy").replaceAll("OCCURS 0 TO (\\d) TIMES\\s+DEPENDING ON [A-Z-]+", "OCCURS $1 TIMES")
                    : text(".cpy");
        }

        boolean isVariable() {
            return "rdw".equals(options.get("format"));
        }

        CobolProgram program(int size) throws Exception {
            return new CobolProgram(
                    record(),
                    alternatives.stream().collect(Collectors.toMap(Alternative::name, Alternative::condition)),
                    isVariable(),
                    size);
        }
    }

    /** What COBOL made of generated values. */
    private record Made(List<Map<String, Object>> values, List<String> lines, byte[] bytes) {}

    private void exchange(
            String copybook,
            List<String> flags,
            Map<String, String> options,
            List<Alternative> alternatives,
            String emit)
            throws Exception {
        if (cobol.isEmpty()) {
            return;
        }
        Case one = new Case(copybook, flags, options, alternatives);
        RecordFormat format = one.format(Map.of());

        Made made = make(one, emit);

        same(normal(read(format, made.bytes())), normal(made.values()));
        byte[] ours = written(format, made.values());
        assertThat(Arrays.mismatch(ours, made.bytes()))
                .as("the first byte that differs")
                .isEqualTo(-1);
        if (emit.isEmpty()) {
            same(readByCobol(one, ours), made.lines());
        }
    }

    /** Only what differs is worth showing. */
    private static void same(List<String> seen, List<String> expected) {
        for (int i = 0; i < Math.min(seen.size(), expected.size()); i++) {
            assertThat(seen.get(i)).as("number " + i).isEqualTo(expected.get(i));
        }
        assertThat(seen).hasSameSizeAs(expected);
    }

    private Made make(Case one, String emit) throws Exception {
        SampleValues samples = new SampleValues(one.record(), one.alternatives(), 20_260_101);
        List<Map<String, Object>> values = samples.records(RECORDS);
        Files.writeString(folder.resolve("record.cpy"), one.forCompiler());
        Files.write(folder.resolve("values.txt"), samples.lines(), StandardCharsets.ISO_8859_1);
        cobol.orElseThrow().run(folder, "writer", one.program(most(one)).writer(RECORDS, emit), one.flags());
        return new Made(values, samples.lines(), Files.readAllBytes(folder.resolve("cobol.dat")));
    }

    private static int most(Case one) throws Exception {
        String size = one.format(Map.of()).size();
        return Integer.parseInt(size.substring(size.lastIndexOf(' ') + 1));
    }

    private List<String> readByCobol(Case one, byte[] bytes) throws Exception {
        Files.write(folder.resolve("ours.dat"), bytes);
        cobol.orElseThrow().run(folder, "reader", one.program(most(one)).reader(), one.flags());
        return Files.readAllLines(folder.resolve("values-read.txt"), StandardCharsets.ISO_8859_1);
    }

    private static List<Map<String, Object>> read(RecordFormat format, byte[] bytes) throws Exception {
        List<Map<String, Object>> records = new ArrayList<>();
        try (RecordReader reader = format.reader(new ByteArrayInputStream(bytes), null)) {
            new RecordIterator(reader).forEachRemaining(records::add);
        }
        return records;
    }

    private static byte[] written(RecordFormat format, List<Map<String, Object>> records) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordWriter writer = format.writer(out, null);
        for (Map<String, Object> record : records) {
            writer.write(record);
        }
        writer.finish();
        return out.toByteArray();
    }

    /** Numbers by their value: 1.50 is 1.5. */
    private static List<String> normal(List<Map<String, Object>> records) {
        return records.stream().map(CopybookCobolIT::normal).toList();
    }

    private static String normal(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + normal(entry.getValue()))
                    .collect(Collectors.joining("; ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CopybookCobolIT::normal).collect(Collectors.joining("; ", "[", "]"));
        }
        if (value instanceof Number number) {
            return new java.math.BigDecimal(number.toString())
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return String.valueOf(value);
    }
}
