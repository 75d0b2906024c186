package dev.serai.adapter.legacy.copybook;

import static dev.serai.adapter.legacy.copybook.Records.ascii;
import static dev.serai.adapter.legacy.copybook.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.adapter.legacy.copybook.record.RecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilesTest {

    private static final String COPYBOOK = "01 R. 05 ID-1 PIC 9(2). 05 NAME-1 PIC X(4).";
    private static final Map<String, Object> ONE = Map.of("ID-1", 1, "NAME-1", "one");
    private static final Map<String, Object> TWO = Map.of("ID-1", 2, "NAME-1", "");

    @Test
    void fixedRecordsFollowEachOther() {
        Records records = Records.of(COPYBOOK, "charset=ASCII");

        assertThat(text(records.write(ONE, TWO))).isEqualTo("01one 02    ");
        assertThat(records.read(ascii("01one 02    "))).containsExactly(ONE, TWO);
        assertThat(records.read(new byte[0])).isEmpty();
        assertThatThrownBy(() -> records.read(ascii("01one 02")))
                .hasMessage("record 2 (offset 6): the file ends after 2 of the record's 6 bytes; "
                        + "compare the record's length with the file's, which must be a multiple of it");
    }

    @Test
    void fixedRecordsCanBeLongerThanTheirCopybook() {
        Records records = Records.of(COPYBOOK, "charset=ASCII", "recordLength=8");

        assertThat(text(records.write(ONE, TWO))).isEqualTo("01one   02      ");
        assertThat(records.read(ascii("01one ??02    ??"))).containsExactly(ONE, TWO);
    }

    @Test
    void describedRecordsTellTheirLength() {
        Records total = Records.of(COPYBOOK, "charset=ASCII", "format=rdw");
        Records data = Records.of(COPYBOOK, "charset=ASCII", "format=rdw", "rdw=data");

        assertThat(text(total.write(ONE))).isEqualTo("\0\12\0\00001one ");
        assertThat(text(data.write(ONE))).isEqualTo("\0\6\0\00001one ");
        assertThat(total.read(total.write(ONE, TWO))).containsExactly(ONE, TWO);
        assertThat(data.read(data.write(ONE, TWO))).containsExactly(ONE, TWO);
    }

    @Test
    void blocksHoldAsManyRecordsAsFit() {
        Records records = Records.of(COPYBOOK, "charset=ASCII", "format=bdw", "blockSize=26");

        byte[] bytes = records.write(ONE, TWO, ONE);

        assertThat(text(bytes)).startsWith("\0\30\0\0\0\12\0\00001one ").hasSize(24 + 14);
        assertThat(records.read(bytes)).containsExactly(ONE, TWO, ONE);
        assertThatThrownBy(() -> Records.of("01 R PIC X(30).", "format=bdw", "blockSize=26")
                        .write(Map.of("R", "")))
                .hasMessage("record 1: its 30 bytes do not fit into a block of 26; set a larger blockSize");
    }

    @Test
    void brokenDescriptorWordsAreToldWithTheirPlace() {
        Records records = Records.of(COPYBOOK, "charset=ASCII", "format=rdw");

        assertThatThrownBy(() -> records.read(ascii("\0\12\0\00001one 0102xx")))
                .hasMessage(
                        "record 2 (offset 10): the record descriptor word is 30313032, expected a length and zeros; "
                                + "check that the file has descriptor words, and set rdw=data if lengths leave them out");
        assertThatThrownBy(() -> records.read(ascii("\0\12\1\00001one ")))
                .hasMessage("record 1 (offset 0): the record is a segment of a spanned record; "
                        + "let the mainframe write unspanned records");
        assertThatThrownBy(() -> records.read(ascii("\0\12\0\00001")))
                .hasMessage("record 1 (offset 0): the file ends after 2 of the record's 6 bytes; "
                        + "check that the file was transferred whole and in binary");
        assertThatThrownBy(() -> records.read(ascii("\0\13\0\00001one !")))
                .hasMessage(
                        "record 1, byte 7 of it (offset 10): the record has 1 bytes more than the copybook describes; "
                                + "give the rest a FILLER, or compare the record's length with the copybook");
        assertThatThrownBy(() -> records.read(ascii("\0\11\0\00001one")))
                .hasMessage("record 1, byte 6 of it (offset 9), NAME-1: the record ends after 3 of its 4 bytes; "
                        + "compare the record's length with the copybook");
    }

    @Test
    void linesNeedNoBlanksAtTheirEnd() {
        Records records = Records.of(COPYBOOK, "charset=ASCII", "format=lines");

        assertThat(text(records.write(ONE, TWO))).isEqualTo("01one\n02\n");
        assertThat(text(Records.of(COPYBOOK, "charset=ASCII", "format=lines", "lineEnd=crlf")
                        .write(ONE)))
                .isEqualTo("01one\r\n");
        assertThat(records.read(ascii("01one\n02\r\n01one    \n02"))).containsExactly(ONE, TWO, ONE, TWO);
        assertThatThrownBy(() -> records.read(ascii("01one\n02two!!\n")))
                .hasMessage(
                        "record 2 (offset 6): the line has 7 bytes, the copybook describes 6; compare the copybook with the file");
        assertThatThrownBy(() -> records.read(ascii("x".repeat(100))))
                .hasMessageStartingWith("record 1 (offset 0): the line has");
    }

    @Test
    void linesOfEbcdicEndWithNewLine() {
        Records records = Records.of(COPYBOOK, "format=lines");

        assertThat(records.hex(ONE)).isEqualTo("F0F1969585" + "15");
        assertThat(records.read(Records.bytes("F0F1969585 25 F0F2 15"))).containsExactly(ONE, TWO);
    }

    @Test
    void aBadRecordCanBeHandedAside() {
        Records records = Records.of(COPYBOOK, "charset=ASCII");
        List<String> aside = new ArrayList<>();

        var read = records.read(
                ascii("01one xxbad 02    "),
                (trouble, record) -> aside.add(trouble.number() + " " + trouble.offset() + " " + trouble.field() + " "
                        + text((byte[]) record)));

        assertThat(read).containsExactly(ONE, TWO);
        assertThat(aside).containsExactly("2 6 ID-1 xxbad ");
    }

    @Test
    void aBadRecordOfUnknownLengthEndsTheFile() {
        Records records = Records.of("01 R. 05 N PIC 9. 05 T OCCURS 0 TO 3 DEPENDING ON N PIC X.", "charset=ASCII");

        assertThatThrownBy(() -> records.read(ascii("1ax"), (trouble, record) -> {}))
                .isInstanceOf(RecordException.class)
                .hasMessageStartingWith("record 2, byte 1 of it (offset 2), N: ");
    }

    @Test
    void aRecordThatDoesNotFitCanBeHandedAsideToo() {
        Records records = Records.of(COPYBOOK, "charset=ASCII");
        List<String> aside = new ArrayList<>();

        byte[] written = records.write(
                (trouble, record) -> aside.add(
                        String.valueOf(trouble.getMessage()).split(";")[0] + " " + ((Map<?, ?>) record).get("ID-1")),
                List.of(ONE, Map.of("ID-1", 100, "NAME-1", ""), TWO));

        assertThat(text(written)).isEqualTo("01one 02    ");
        assertThat(aside)
                .containsExactly(
                        "record 2, ID-1: the number has 3 digits before the point and is too large (PIC 9(2)) 100");
    }

    /** The window moves over the file, whatever stands at its edges. */
    @Test
    void recordsAreFoundAcrossTheEdgesOfTheWindow() {
        Records records = Records.of(
                "01 R. 05 N PIC 9(3). 05 T OCCURS 0 TO 999 DEPENDING ON N PIC X(7).", "charset=ASCII", "format=rdw");
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(Map.of("N", i * 37 % 1000, "T", java.util.Collections.nCopies(i * 37 % 1000, "e" + i)));
        }

        byte[] bytes = records.write(null, all);

        assertThat(bytes.length).isGreaterThan(1_000_000);
        assertThat(records.read(bytes)).isEqualTo(all);
    }
}
