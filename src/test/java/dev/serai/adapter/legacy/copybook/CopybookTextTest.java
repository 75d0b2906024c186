package dev.serai.adapter.legacy.copybook;

import static dev.serai.adapter.legacy.copybook.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.adapter.legacy.copybook.language.CopybookException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopybookTextTest {

    @Test
    void fixedFormHasSequencesCommentsContinuationsAndADeadZone() {
        Records records = Records.of("""
                000100* A COMMENT.
                000200 01  CUSTOMER-RECORD.                                             IGNORED
                000300     05  NAME-OF-THE-CUST                                         CUST0003
                000400-        OMER PIC X(3).
                000500/    NEW PAGE
                000600D    05  DEBUG-ONLY PIC X(99).
                000700     05  FILLER PIC X(70) VALUE 'THE FIRST PART OF A LITERAL, THAT
                000800-    ' GOES ON IN THE NEXT LINE'.
                000900     05  AFTER-IT PIC 9(2). *> A COMMENT IN A LINE
                """.stripIndent(), "charset=ASCII");

        byte[] written = records.write(Map.of("NAME-OF-THE-CUSTOMER", "ABC", "AFTER-IT", 7));

        assertThat(text(written))
                .isEqualTo("ABCTHE FIRST PART OF A LITERAL, THAT GOES ON IN THE NEXT LINE" + " ".repeat(12) + "07");
    }

    @Test
    void freeFormBeginsAnywhere() {
        Records records = Records.of("""
                >>SOURCE FORMAT IS FREE
                01 CUSTOMER. *> who buys
                  05 ID-1 PICTURE IS 9(4) USAGE IS COMPUTATIONAL-3; VALUE IS 12.
                  05 name Pic x(4), value "it's".
                """);

        assertThat(records.read(records.write(Map.of()))).containsExactly(Map.of("ID-1", 12, "name", "it's"));
    }

    @Test
    void whatIsNoDataIsPassedOver() {
        Records records = Records.of("""
                FILE SECTION.
                FD  CUSTOMERS RECORDING MODE IS F LABEL RECORDS ARE STANDARD.
                01  CUSTOMER IS GLOBAL.
                    05  NAMES OCCURS 2 TIMES ASCENDING KEY IS NAME-1 INDEXED BY I J PIC X(2).
                    05  CODE-1 PIC X.
                        88  GOOD VALUES ARE 'A' THRU 'C', 'X'.
                    66  BOTH RENAMES NAMES THRU CODE-1.
                78  LIMIT VALUE 10.
                EJECT
                """);

        assertThat(records.size()).isEqualTo("5");
    }

    @Test
    void levelsNeedNoOrderOfTheirNumbers() {
        Records records = Records.of("01 R. 03 A. 49 B PIC X. 49 C PIC X. 03 D PIC X. 77 ALONE PIC X.", "record=R");

        assertThat(records.json("C1C2C3")).isEqualTo("{\"A\":{\"B\":\"A\",\"C\":\"B\"},\"D\":\"C\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            01 R. 05 A PIC X(.              | test.cpy:1:16: the picture X( repeats a symbol () times, expected a number from 1 on; correct the picture
            01 R. 05 A PIC Q(3).            | test.cpy:1:16: the picture Q(3) has the symbol "Q", which is none of a picture; correct the picture
            01 R. 05 A PIC S9(39).          | test.cpy:1:16: the picture S9(39) has 39 digits, expected 1 to 38; correct the picture
            01 R. 05 A PIC G(3).            | test.cpy:1:16: the picture G(3) is of double-byte characters, expected X, A, 9, N or an edited number; correct the picture
            01 R. 05 A PIC 9(19) COMP.      | test.cpy:1:7: A is binary and has 19 digits, expected at most 18; correct the picture
            01 R. 05 A POINTER.             | test.cpy:1:12: unknown clause or usage "POINTER"; an address means nothing outside of the program: describe its bytes as PIC X
            01 R. 05 A.                     | test.cpy:1:7: A has neither a picture nor items below it; give it one of them
            01 R. 05 A PIC X. 10 B PIC X.   | test.cpy:1:19: the item stands below A, which has a picture; correct the level number
            01 R. 05 A PIC X COMP-3.        | test.cpy:1:7: A is COMP-3, but its picture is not a number's; correct one of them
            01 R. 05 A PIC 9 COMP-1.        | test.cpy:1:7: A is COMP-1 and has a picture; take the picture away
            01 R. 05 A PIC X 05 B PIC X.    | test.cpy:1:18: expected a clause or a period, found "05"; end the entry before it with a period
            01 R. 05 A PIC X. 05 A PIC X.   | test.cpy:1:19: A has the key "A" that A in line 1 has; rename one of them
            01 R. 05 A PIC X OCCURS 3 TO 2 DEPENDING ON B. | test.cpy:1:46: the item occurs 3 to 2 times; correct OCCURS
            01 R. 05 A PIC X OCCURS 0 TO 2 DEPENDING ON B. | test.cpy:1:7: A depends on B, which does not stand before it in the record; correct the name, or let the copybook describe the item
            01 R. 05 B PIC X. 05 A PIC X OCCURS 2 DEPENDING ON B. | test.cpy:1:19: A depends on B, which is no whole number
            01 R. 05 A PIC X. 05 B REDEFINES C PIC X. | test.cpy:1:19: B redefines C, which does not stand right before it on the same level; correct the name or the level number
            01 R. 05 A PIC X(2) VALUE 'abc'. | test.cpy:1:7: A has the value 'abc', which does not fit: it takes 3 bytes, there is room for 2; correct one of them
            01 R. 05 A PIC 9 VALUE 12.      | test.cpy:1:7: A has the value 12, which does not fit: the number has 2 digits before the point and is too large (PIC 9); correct one of them
            50 R.                           | test.cpy:1:1: expected a level number from 01 to 49, 66, 77, 78 or 88, found "50"
            COPY OTHER.                     | test.cpy:1:1: COPY is not followed; put the text that is meant in its place
            nonsense                        | test.cpy:1:1: expected a level number, found "nonsense"
            01 R. 05 A PIC X VALUE 'open.   | test.cpy:1: the literal that begins with ' is not closed
            01 R. 05 A OCCURS 300000 PIC X(9999). | test.cpy:1:7: A makes the record larger than 256 MB; correct OCCURS or the picture
            """)
    void mistakesAreToldWithTheirPlace(String copybook, String message) {
        assertThatThrownBy(() -> Records.of(copybook, "source=free"))
                .isInstanceOf(CopybookException.class)
                .hasMessage(message);
    }

    @Test
    void anEmptyCopybookIsNone() {
        assertThatThrownBy(() -> Records.of("      * nothing\n"))
                .hasMessage("test.cpy: the copybook describes no record; expected entries such as 01 CUSTOMER.");
    }

    @Test
    void fixedFormTellsAWrongIndicator() {
        assertThatThrownBy(() -> Records.of("000100X01  R.\n", "source=fixed"))
                .hasMessage(
                        "test.cpy:1:7: column 7 holds \"X\", expected a blank, * for a comment or - for a continuation; "
                                + "set source=free if the lines are in free form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            format=lins          | copybook option "format" is "lins", expected one of fixed, rdw, bdw, lines; did you mean "lines"?
            charset=EBCDIC-XY    | copybook charset "EBCDIC-XY" is unknown to this Java, expected a code page such as IBM037, IBM273, IBM500, IBM1047, IBM1140, or a charset such as ISO-8859-1
            recordLength=many    | copybook option "recordLength" is "many", expected a number of bytes
            recordLength=2       | copybook option "recordLength" is 2, but test.cpy describes at least 3 bytes; correct one of them
            format=lines         | copybook option "format" is "lines", but A is COMP-3 in test.cpy, and its bytes can look like the end of a line; set format=fixed or format=rdw
            record=S             | copybook option "record" is "S", but test.cpy has R; did you mean "R"?
            rules=other.rules    | copybook option "rules" names the file other.rules, which does not exist; put it beside the route
            code-page=IBM037     | copybook option "code-page" is unknown; known are copybook, charset, format, recordLength, output, rules, record, names, trim, blanks, missing, unknown, badRecords, floats, byteOrder, trunc, overpunch, alignment, slide, rdw, blockSize, lineEnd, source
            """)
    void optionsAreCheckedWithTheCopybook(String option, String message) {
        assertThatThrownBy(() -> Records.of("01 R. 05 A PIC 9(5) COMP-3.", option))
                .hasMessage(message);
    }

    @Test
    void keysAreWrittenInTheStyleThatIsAskedFor() {
        String copybook = "01 R. 05 CUST-NAME PIC X. 05 SUM-2-PAY PIC 9.";

        assertThat(Records.of(copybook, "names=camel").json("C1F1")).isEqualTo("{\"custName\":\"A\",\"sum2Pay\":1}");
        assertThat(Records.of(copybook, "names=snake").json("C1F1")).isEqualTo("{\"cust_name\":\"A\",\"sum_2_pay\":1}");
        assertThat(Records.of(copybook, "names=camel").hex(Map.of("custName", "A", "sum2Pay", 1)))
                .isEqualTo("C1F1");
    }

    @Test
    void namelessGroupsAreNoLevelOfTheirOwn() {
        Records records = Records.of(
                "01 R. 05 FILLER. 10 A PIC X. 10 FILLER PIC X. 05 FILLER OCCURS 2. 10 B PIC X. 05 FILLER PIC X.");

        assertThat(records.json("C1C2C3C4C5")).isEqualTo("{\"A\":\"A\",\"FILLER-1\":[{\"B\":\"C\"},{\"B\":\"D\"}]}");
        assertThat(records.hex(Map.of("A", "A", "FILLER-1", List.of(Map.of("B", "C"), Map.of("B", "D")))))
                .isEqualTo("C140C3C440");
    }
}
