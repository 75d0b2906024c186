package dev.serai.adapter.legacy.copybook;

import static dev.serai.adapter.legacy.copybook.Records.ascii;
import static dev.serai.adapter.legacy.copybook.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    /** The examples of IBM's language reference, "Slack bytes within records". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01 A. 05 B PIC X(5). 05 C. 10 D PIC XX. 10 E PIC S9(6) COMP SYNC.                         | 12
            01 L. 05 M PIC X(5). 05 N PIC XX. 05 O. 10 P PIC S9(6) COMP SYNC.                         | 12
            01 W. 05 C PIC X. 05 T OCCURS 10. 10 Y PIC X. 10 P PIC S9(4)V99 COMP SYNC. 10 H PIC S9(3) COMP SYNC. 10 N PIC X(5). | 161
            01 D. 05 A PIC X. 05 B PIC S9(18) COMP SYNC.                                              | 12
            01 D. 05 A PIC X. 05 B COMP-2 SYNC.                                                       | 16
            01 D. 05 A PIC X. 05 B PIC S9(4) COMP SYNC. 05 C COMP-1 SYNC.                             | 8
            01 D. 05 A PIC X. 05 B PIC S9(5) COMP-3 SYNC.                                             | 4
            """)
    void slackBytesStandWhereIbmPutsThem(String copybook, String size) {
        assertThat(Records.of(copybook).size()).isEqualTo(size);
    }

    @Test
    void slackBytesFollowEachElement() {
        Records records = Records.of(
                "01 W. 05 C PIC X. 05 T OCCURS 2. 10 Y PIC X. 10 P PIC S9(4)V99 COMP SYNC. 10 H PIC S9(3) COMP SYNC. 10 N PIC X(5).");
        Map<String, Object> element = Map.of("Y", "Y", "P", "0.01", "H", 2, "N", "N");

        assertThat(records.hex(Map.of("C", "C", "T", List.of(element, element))))
                .isEqualTo("C3" + "E80000" + "00000001" + "0002" + "D540404040" + "0000" + "E80000" + "00000001"
                        + "0002" + "D540404040" + "0000");
    }

    @Test
    void eightBytesAreAlignedAsAsked() {
        assertThat(Records.of("01 D. 05 A PIC X. 05 B PIC S9(18) COMP SYNC.", "alignment=natural")
                        .size())
                .isEqualTo("16");
    }

    private static final String NESTED = """
            01 R.
              05 N PIC 9.
              05 T OCCURS 0 TO 3 DEPENDING ON N.
                10 M PIC 9.
                10 U OCCURS 0 TO 2 DEPENDING ON M PIC X.
              05 E PIC X.
            """;

    @Test
    void whatFollowsAVariableTableMovesWithIt() {
        Records records = Records.of(NESTED, "charset=ASCII");

        assertThat(records.json(ascii("22ab0E0F")))
                .isEqualTo("{\"N\":2,\"T\":[{\"M\":2,\"U\":[\"a\",\"b\"]},{\"M\":0,\"U\":[]}],\"E\":\"E\"}\n"
                        + "{\"N\":0,\"T\":[],\"E\":\"F\"}\n");
    }

    @Test
    void variableTablesHaveTheirRoomWhereNothingSlides() {
        Records records = Records.of(NESTED, "charset=ASCII", "slide=false");

        assertThat(records.size()).isEqualTo("11");
        assertThat(records.json(ascii("22ab0  0  E")))
                .isEqualTo("{\"N\":2,\"T\":[{\"M\":2,\"U\":[\"a\",\"b\"]},{\"M\":0,\"U\":[]}],\"E\":\"E\"}\n");
    }

    @Test
    void numbersOfElementsFollowFromTheLists() {
        Records records = Records.of(NESTED, "charset=ASCII");
        Map<String, Object> element = Map.of("U", List.of("a", "b"));

        assertThat(text(records.write(Map.of("T", List.of(element, Map.of("M", 1, "U", List.of("c"))), "E", "E"))))
                .isEqualTo("22ab1cE");
        assertThatThrownBy(() -> records.write(Map.of("N", 1, "T", List.of(element, element), "E", "E")))
                .hasMessage(
                        "record 1, T: the list has 2 elements, but N says 1; leave N out: it follows from the list");
        assertThatThrownBy(() -> records.write(Map.of("T", List.of(element, element, element, element), "E", "E")))
                .hasMessage(
                        "record 1, T: the number of elements in N is 4, expected 0 to 3; correct the record, or OCCURS in the copybook");
    }

    @Test
    void aNumberOfElementsThatCannotBeIsToldWithItsField() {
        assertThatThrownBy(() -> Records.of(NESTED, "charset=ASCII").read(ascii("9")))
                .hasMessage("record 1, byte 1 of it (offset 0), T: the number of elements in N is 9, expected 0 to 3; "
                        + "correct the record, or OCCURS in the copybook");
    }

    @Test
    void theFieldIsNamedWithItsGroupsAndElements() {
        Records records = Records.of("01 R. 05 A PIC X. 05 T OCCURS 3. 10 U. 15 V PIC 9 OCCURS 2.", "charset=ASCII");

        assertThatThrownBy(() -> records.read(ascii("x12345x")))
                .hasMessage(
                        "record 1, byte 7 of it (offset 6), T[2].U.V[1]: byte 1 of the number is 0x78, expected a digit (PIC 9)");
        assertThatThrownBy(() -> records.json(ascii("x123456y1234z6")))
                .hasMessageStartingWith("record 2, byte 6 of it (offset 12), T[2].U.V[0]: ");
    }

    private static final String PARTY = """
            01 R.
              05 KIND PIC X.
                88 IS-PERSON VALUE 'P'.
              05 PERSON. 10 NAME PIC X(4).
              05 COMPANY REDEFINES PERSON. 10 TITLE PIC X(2). 10 SIZE-1 PIC 9.
              05 FILLER REDEFINES PERSON. 10 RAW-TEXT PIC X(4).
            """;
    private static final String RULES = """
            # which is it
            PERSON   when IS-PERSON
            COMPANY  when KIND = 'C' or 'D'
            RAW-TEXT when KIND > 'T' and not KIND = 'Z'
            """;

    @Test
    void theFirstRuleThatHoldsChooses() {
        Records records = Records.withRules(PARTY, RULES, "charset=ASCII");

        assertThat(records.json(ascii("PANNACXX3 DYY4 UROH ")))
                .isEqualTo("{\"KIND\":\"P\",\"PERSON\":{\"NAME\":\"ANNA\"}}\n"
                        + "{\"KIND\":\"C\",\"COMPANY\":{\"TITLE\":\"XX\",\"SIZE-1\":3}}\n"
                        + "{\"KIND\":\"D\",\"COMPANY\":{\"TITLE\":\"YY\",\"SIZE-1\":4}}\n"
                        + "{\"KIND\":\"U\",\"RAW-TEXT\":\"ROH\"}\n");
        assertThatThrownBy(() -> records.read(ascii("Zabcd")))
                .hasMessage(
                        "record 1, byte 2 of it (offset 1): no rule fits for PERSON, COMPANY, RAW-TEXT: KIND is X'5A'; "
                                + "add a rule for it, or one with otherwise");
    }

    @Test
    void whatIsWrittenMustBeWhatTheRuleChooses() {
        Records records = Records.withRules(PARTY, RULES, "charset=ASCII");

        assertThat(text(records.write(Map.of("KIND", "C", "COMPANY", Map.of("TITLE", "X", "SIZE-1", 1)))))
                .isEqualTo("CX 1 ");
        assertThat(text(records.write(Map.of("KIND", "U", "RAW-TEXT", "any")))).isEqualTo("Uany ");
        assertThatThrownBy(() -> records.write(Map.of("KIND", "P", "RAW-TEXT", "any")))
                .hasMessage("record 1: RAW-TEXT has values, but the rule chooses PERSON; "
                        + "correct the field that the rule asks for, or give the other values");
        assertThatThrownBy(() -> records.write(Map.of("KIND", "P", "RAW-TEXT", "any", "PERSON", Map.of("NAME", "A"))))
                .hasMessage("record 1: more than one description of the same bytes has values; "
                        + "give only that which the rule chooses, or set unknown=ignore");
        assertThatThrownBy(() -> records.write(Map.of("KIND", "C")))
                .hasMessage(
                        "record 1, COMPANY: there is no value for \"COMPANY\"; give it one, or set missing=initial for zeros and blanks");
    }

    @Test
    void rulesAskForItemsInsideAndBehindTheBytesToo() {
        String copybook =
                "01 R. 05 A PIC X(3). 05 B REDEFINES A. 10 CODE-1 PIC 9. 10 REST PIC X(2). 05 T. 10 LATER PIC S9(3) COMP-3.";
        Records records =
                Records.withRules(copybook, "B when CODE-1 >= 5 and LATER of T < 0\nA otherwise\n", "charset=ASCII");

        assertThat(records.json(ascii("5xy\000\035"))).startsWith("{\"B\":{\"CODE-1\":5,\"REST\":\"xy\"}");
        assertThat(records.json(ascii("5xy\000\034"))).startsWith("{\"A\":\"5xy\"");
    }

    @Test
    void severalRecordsOfOneFileAreToldApart() {
        String copybook =
                "01 HEAD. 05 KIND PIC X. 05 DAY-1 PIC 9(2). 01 LINE-1. 05 KIND-1 PIC X. 05 N PIC 9. 05 T OCCURS 1 TO 3 DEPENDING ON N PIC X.";
        Records records =
                Records.withRules(copybook, "HEAD when KIND = 'H'\nLINE-1 when KIND OF HEAD = 'L'\n", "charset=ASCII");

        assertThat(records.json(ascii("H07L2abH08L1x")))
                .isEqualTo("{\"HEAD\":{\"KIND\":\"H\",\"DAY-1\":7}}\n"
                        + "{\"LINE-1\":{\"KIND-1\":\"L\",\"N\":2,\"T\":[\"a\",\"b\"]}}\n"
                        + "{\"HEAD\":{\"KIND\":\"H\",\"DAY-1\":8}}\n"
                        + "{\"LINE-1\":{\"KIND-1\":\"L\",\"N\":1,\"T\":[\"x\"]}}\n");
        assertThat(text(records.write(
                        Map.of("LINE-1", Map.of("KIND-1", "L", "T", List.of("a"))),
                        Map.of("HEAD", Map.of("KIND", "H", "DAY-1", 1)))))
                .isEqualTo("L1aH01");
        assertThat(Records.of(copybook, "record=HEAD", "charset=ASCII").json(ascii("H07")))
                .isEqualTo("{\"KIND\":\"H\",\"DAY-1\":7}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PERSON when                | test.rules:1:11: expected an item or the name of a condition, found the end of the file
            PERSON if KIND = 'P'       | test.rules:1:8: expected when or otherwise, found "if"; write NAME when CONDITION, or NAME otherwise
            PERSN otherwise            | test.rules:1: PERSN is none of several descriptions of the same bytes; did you mean "PERSON"?
            PERSON when KNID = 'P'     | test.rules:1: there is no item KNID; correct the name
            PERSON when IS-PRSON       | test.rules:1: there is no condition of level 88 IS-PRSON; correct the name
            PERSON when SIZE-1 = 'P'   | test.rules:1: a number is compared with 'P'; write a number without quotes
            PERSON when KIND = 'PP'    | test.rules:1: 'PP' does not fit its item: it takes 2 bytes, there is room for 1
            PERSON when (KIND = 'P'    | test.rules:1:23: expected a closing parenthesis, found the end of the file
            """)
    void mistakesInRulesAreToldWithTheirLine(String rule, String message) {
        assertThatThrownBy(() -> Records.withRules(PARTY, rule)).hasMessage(message);
    }

    @Test
    void unknownAndMissingKeysAreRefusedUnlessAskedOtherwise() {
        String copybook = "01 R. 05 CUSTOMER-NAME PIC X(3). 05 AGE PIC 9(2). 05 K PIC X VALUE 'K'.";

        assertThatThrownBy(
                        () -> Records.of(copybook).write(Map.of("CUSTOMER-NAME", "A", "AGE", 1, "CUSTOMER-NAM", "B")))
                .hasMessage(
                        "record 1: the key \"CUSTOMER-NAM\" is no field of the group; did you mean \"CUSTOMER-NAME\"?");
        assertThatThrownBy(() -> Records.of(copybook).write(Map.of("AGE", 1)))
                .hasMessageContaining("CUSTOMER-NAME: there is no value for \"CUSTOMER-NAME\"");
        assertThat(text(Records.of(copybook, "charset=ASCII", "missing=initial", "unknown=ignore")
                        .write(Map.of("X", 1))))
                .isEqualTo("   00K");
    }
}
