package dev.serai.adapter.legacy.copybook;

import static dev.serai.adapter.legacy.copybook.Records.ascii;
import static dev.serai.adapter.legacy.copybook.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    /** A picture with its usage, a value, and the bytes that a mainframe holds for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PIC 9(4)                              | 1234       | F1F2F3F4
            PIC S9(4)                             | 1234       | F1F2F3C4
            PIC S9(4)                             | -1234      | F1F2F3D4
            PIC S9(4) LEADING                     | -1234      | D1F2F3F4
            PIC S9(4) SIGN LEADING SEPARATE       | -1234      | 60F1F2F3F4
            PIC S9(4) SIGN TRAILING SEPARATE      | 1234       | F1F2F3F44E
            PIC S9(3)V99                          | -1.05      | F0F0F1F0D5
            PIC 9(3)PPP                           | 123000     | F1F2F3
            PIC VPP9(3)                           | 0.00123    | F1F2F3
            PIC S9(5)PP COMP-3                    | 7645500    | 76455C
            PIC S9(5) COMP-3                      | 12345      | 12345C
            PIC S9(5) COMP-3                      | -12345     | 12345D
            PIC 9(5) COMP-3                       | 12345      | 12345F
            PIC S9(4)V99 PACKED-DECIMAL           | -1234.56   | 0123456D
            PIC S9(4) COMP                        | -2         | FFFE
            PIC S9(4) COMP                        | 1234       | 04D2
            PIC 9(9) BINARY                       | 305419896  | 12345678
            PIC S9(18) COMP-4                     | -1         | FFFFFFFFFFFFFFFF
            PIC S9(9)V99 COMP                     | 1.00       | 0000000000000064
            PIC S9(4) COMP-5                      | 32767      | 7FFF
            PIC 9(18) COMP-5                      | 18446744073709551615 | FFFFFFFFFFFFFFFF
            COMP-1                                | 1          | 41100000
            COMP-1                                | -118.625   | C276A000
            COMP-2                                | 0          | 0000000000000000
            COMP-2                                | 1          | 4110000000000000
            COMP-2                                | -118.625   | C276A00000000000
            """)
    void storedAsOnAMainframe(String description, BigDecimal value, String hex) {
        Records records = Records.of("01 R. 05 F " + description + ".");

        assertThat(records.hex(Map.of("F", value))).isEqualTo(hex);
        assertThat(new BigDecimal(String.valueOf(records.read(hex).get("F")))).isEqualByComparingTo(value);
        assertThat(new BigDecimal(records.json(hex).replaceAll("\\{\"F\":(.*)}", "$1")))
                .isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PIC S9(3)V99 COMP-3   | 00000C | 0.00
            PIC S9(3)V99 COMP-3   | 00000D | 0.00
            PIC S9(3)V99 COMP-3   | 12345D | -123.45
            PIC SV9(3)            | F0F0D5 | -0.005
            PIC 9(3)PP            | F0F0F0 | 0
            PIC 9(3)PP            | F0F0F7 | 700
            PIC S9(2)V99 COMP     | FFFB   | -0.05
            COMP-1                | 41180000 | 1.5
            """)
    void jsonHasExactlyTheDigitsOfThePicture(String description, String hex, String json) {
        assertThat(Records.of("01 R. 05 F " + description + ".").json(hex)).isEqualTo("{\"F\":" + json + "}");
    }

    /** The largest and smallest numbers of IBM's hexadecimal floating point. */
    @Test
    void hexadecimalFloatsReachBeyondThoseOfIeee() {
        Records shorts = Records.of("01 R. 05 F COMP-1.");

        assertThat((Number) shorts.read("7FFFFFFF").get("F")).isEqualTo(7.2370051459731155e75);
        assertThat((Number) shorts.read("00100000").get("F")).isEqualTo(5.397605346934028e-79);
        assertThat(shorts.hex(Map.of("F", 7.2370051459731155e75))).isEqualTo("7FFFFFFF");
        assertThatThrownBy(() -> shorts.write(Map.of("F", 1e76)))
                .hasMessage("record 1, F: the number is too large (COMP-1)");
        assertThatThrownBy(() -> shorts.write(Map.of("F", 1e-80)))
                .hasMessage("record 1, F: the number is too near to zero (COMP-1)");
    }

    /** Six hexadecimal digits hold a tenth less exactly than a Float of IEEE does. */
    @Test
    void shortHexadecimalFloatIsRoundedToTheNearest() {
        Records records = Records.of("01 R. 05 F COMP-1.");

        assertThat(records.hex(Map.of("F", 0.1))).isEqualTo("4019999A");
        assertThat(records.json("4019999A")).isEqualTo("{\"F\":0.100000024}");
        assertThat(records.hex(Map.of("F", 0.100000024f))).isEqualTo("4019999A");
    }

    @Test
    void ieeeFloatsInBothOrders() {
        assertThat(Records.of("01 R. 05 F COMP-1. 05 G COMP-2.", "floats=ieee").hex(Map.of("F", 1.5, "G", -2.0)))
                .isEqualTo("3FC00000C000000000000000");
        assertThat(Records.of("01 R. 05 F COMP-1.", "floats=ieee", "byteOrder=little")
                        .read("0000C03F"))
                .containsEntry("F", 1.5f);
    }

    @Test
    void numbersAreIntegersLongsOrDecimalsByTheirPicture() {
        Map<String, Object> values = Records.of(
                        "01 R. 05 A PIC 9(9). 05 B PIC 9(10). 05 C PIC S9(4) COMP. 05 D PIC S9(9) COMP. 05 E PIC 9(9) COMP. 05 F PIC S9(18) COMP. 05 G PIC 9V9.",
                        "missing=initial")
                .read("F0F0F0F0F0F0F0F0F1" + "F0F0F0F0F0F0F0F0F0F2" + "0003" + "00000004" + "00000005"
                        + "0000000000000006" + "F0F7");

        assertThat(values)
                .containsExactly(
                        Map.entry("A", 1),
                        Map.entry("B", 2L),
                        Map.entry("C", 3),
                        Map.entry("D", 4),
                        Map.entry("E", 5L),
                        Map.entry("F", 6L),
                        Map.entry("G", new BigDecimal("0.7")));
    }

    /** What is written is read again to the same number, for every usage, length and scale. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "COMP", "COMP-5", "COMP-3", "SIGN LEADING", "SIGN LEADING SEPARATE", "SIGN TRAILING SEPARATE"
            })
    void everyNumberComesBack(String usage) {
        Random random = new Random(usage.hashCode());
        for (int round = 0; round < 300; round++) {
            int digits = 1 + random.nextInt(usage.startsWith("COMP") && !usage.equals("COMP-3") ? 18 : 38);
            int decimals = random.nextInt(digits + 1);
            String picture = "S" + (digits > decimals ? "9(" + (digits - decimals) + ")" : "")
                    + (decimals > 0 ? "V9(" + decimals + ")" : "");
            BigDecimal value = new BigDecimal(
                    new BigInteger(1 + random.nextInt((int) Math.ceil(digits * 3.32)), random)
                            .mod(BigInteger.TEN.pow(digits)),
                    decimals);
            BigDecimal signed = random.nextBoolean() ? value.negate() : value;
            Records records = Records.of(
                    "01 R. 05 F PIC " + picture + " " + usage + ".",
                    random.nextBoolean() ? "byteOrder=little" : "byteOrder=big");

            byte[] bytes = records.write(Map.of("F", signed));

            assertThat(new BigDecimal(String.valueOf(records.read(bytes).get(0).get("F"))))
                    .as(picture + " " + usage)
                    .isEqualByComparingTo(signed);
            assertThat(new BigDecimal(records.json(bytes).strip().replaceAll("\\{\"F\":(.*)}", "$1")))
                    .as(picture + " " + usage)
                    .isEqualByComparingTo(signed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PIC 9(4)       | 12345        | the number has 5 digits before the point and is too large (PIC 9(4)); widen the field in the copybook, or correct the number
            PIC 9(4)       | 1E+2000000   | the number has 2000001 digits before the point and is too large (PIC 9(4)); widen the field in the copybook, or correct the number
            PIC 9(4)       | -1           | the number is negative, but the field has no sign (PIC 9(4)); give the picture an S
            PIC 9(4)V9     | 1.25         | the number has 2 decimals, the field 1 (PIC 9(4)V9); round it before it is written
            PIC 9(2)PP     | 1250         | the number is no multiple of 100 (PIC 9(2)PP); round it before it is written
            PIC S9(4) COMP | 12345        | the number has 5 digits before the point and is too large (PIC S9(4) COMP); widen the field in the copybook, or correct the number
            PIC 9(4)       | many         | the value is no number (PIC 9(4))
            PIC X(4)       | abcde        | the text takes 5 bytes, there is room for 4 (PIC X(4)); shorten it, or widen the field in the copybook
            PIC X(4)       | ab漢         | character 3 of the text does not exist in IBM037; replace the character, or choose another charset
            """)
    void whatDoesNotFitIsRefused(String description, String value, String problem) {
        Records records = Records.of("01 R. 05 F " + description + ".");

        assertThatThrownBy(() -> records.write(Map.of("F", value))).hasMessage("record 1, F: " + problem);
    }

    @Test
    void fullBinaryRangeIsForThoseWhoAskForIt() {
        Records records = Records.of("01 R. 05 F PIC S9(4) COMP.", "trunc=bin");

        assertThat(records.hex(Map.of("F", -32768))).isEqualTo("8000");
        assertThatThrownBy(() -> records.write(Map.of("F", 32768))).hasMessageContaining("too large");
    }

    @Test
    void signsOverDigitsOutsideOfEbcdic() {
        String copybook = "01 R. 05 F PIC S9(3) OCCURS 2.";
        Map<String, Object> values = Map.of("F", List.of(120, -123));

        assertThat(text(Records.of(copybook, "charset=US-ASCII").write(values))).isEqualTo("12{12L");
        assertThat(text(Records.of(copybook, "charset=US-ASCII", "overpunch=ascii")
                        .write(values)))
                .isEqualTo("12012s");
        assertThat(Records.of(copybook, "charset=US-ASCII")
                        .read(ascii("12012s"))
                        .get(0))
                .isEqualTo(values);
    }

    @Test
    void textsAreTrimmedAsAsked() {
        String text = "01 R. 05 F PIC X(6). 05 G PIC X(6) JUST RIGHT.";
        byte[] bytes = ascii("  a     b   ");

        assertThat(Records.of(text, "charset=ASCII").read(bytes).get(0).values())
                .hasToString("[  a, b   ]");
        assertThat(Records.of(text, "charset=ASCII", "trim=both")
                        .read(bytes)
                        .get(0)
                        .values())
                .hasToString("[a, b]");
        assertThat(Records.of(text, "charset=ASCII", "trim=none")
                        .read(bytes)
                        .get(0)
                        .values())
                .hasToString("[  a   ,   b   ]");
    }

    @Test
    void jsonKeepsEveryCharacter() {
        Records records = Records.of("01 R. 05 F PIC X(9).", "charset=IBM273");
        Map<String, Object> values = Map.of("F", "ä\"\\\u0001ß€".replace("€", "{") + "\u007f");

        assertThat(records.json(records.write(values))).isEqualTo("{\"F\":\"ä\\\"\\\\\\u0001ß{\u007f\"}\n");
        assertThat(records.read(records.write(values))).containsExactly(values);
    }

    @Test
    void charsetsOfSeveralBytesAndNationalFields() {
        Records records = Records.of("01 R. 05 F PIC X(8). 05 G PIC N(3).", "charset=UTF-8");
        Map<String, Object> values = Map.of("F", "Grüße", "G", "漢字");

        assertThat(records.read(records.write(values))).containsExactly(values);
        assertThat(records.json(records.write(values))).contains("\"F\":\"Grüße\"", "\"G\":\"漢字\"");
        assertThatThrownBy(() -> Records.of("01 R. 05 F PIC X.", "charset=UTF-16"))
                .hasMessageContaining("does not write a digit as one byte");
    }

    @Test
    void blanksInNumbersAreErrorsOrNull() {
        String copybook = "01 R. 05 F PIC 9(3). 05 G PIC S9(5) COMP-3.";

        assertThatThrownBy(() -> Records.of(copybook).read("404040 404040"))
                .hasMessage(
                        "record 1, byte 1 of it (offset 0), F: byte 1 of the number is 0x40, expected a digit (PIC 9(3)); "
                                + "if blanks are meant to be no number, set blanks=null");
        assertThat(Records.of(copybook, "blanks=null").json("404040 000000")).isEqualTo("{\"F\":null,\"G\":null}");
        assertThat(Records.of(copybook, "blanks=null").read("000000 FFFFFF").values())
                .containsExactly(null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PIC 9(3)             | F1C2F3 | byte 2 of the number is 0xC2, expected a digit (PIC 9(3))
            PIC 9(3)             | F1F2D3 | byte 3 of the number is 0xD3, expected a digit (PIC 9(3))
            PIC S9(2) LEADING SEPARATE | F1F1F2 | the sign is 0xF1, expected + or - (PIC S9(2))
            PIC S9(5) COMP-3     | 12A45C | byte 2 of the number is 0xA4, expected two digits (PIC S9(5) COMP-3); compare the place of the field with the copybook
            PIC S9(5) COMP-3     | 123456 | byte 3 of the number is 0x56, expected a digit and a sign (PIC S9(5) COMP-3); compare the place of the field with the copybook
            PIC S9(4) COMP-3     | 12345C | byte 1 of the number is 0x12, expected 0 and a digit (PIC S9(4) COMP-3); compare the place of the field with the copybook
            PIC 9(5) COMP-3      | 12345D | the number is negative, but the picture has no S (PIC 9(5) COMP-3); correct the copybook
            """)
    void bytesThatAreNoNumberAreToldExactly(String description, String hex, String problem) {
        Records records = Records.of("01 R. 05 F " + description + ".");

        assertThatThrownBy(() -> records.read(hex)).hasMessageEndingWith(", F: " + problem);
        assertThatThrownBy(() -> records.json(hex)).hasMessageEndingWith(", F: " + problem);
    }

    @Test
    void everyCodePageOfTheMainframeTranslatesItsLetters() {
        List<String> seen = new ArrayList<>();
        for (String page : List.of("037", "273", "500", "1047", "1140", "1141", "IBM1148", "Cp297")) {
            Records records = Records.of("01 R. 05 F PIC X(9).", "charset=" + page);
            seen.add(String.valueOf(
                    records.read(records.write(Map.of("F", "Aa 1.é ü"))).get(0).get("F")));
        }
        assertThat(seen).containsOnly("Aa 1.é ü");
    }
}
