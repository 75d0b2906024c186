package dev.serai.adapter.legacy.copybook.record;

/**
 * What a copybook leaves open: how the machine that wrote the records stores them, and how they are to be shown.
 *
 * @param page the characters
 * @param names how keys are written
 * @param trim blanks of texts
 * @param blanksAreNull whether a number of nothing but blanks, LOW-VALUES or HIGH-VALUES is null rather than bad
 * @param ieee whether COMP-1 and COMP-2 are IEEE 754 rather than IBM's hexadecimal
 * @param littleEndian order of bytes in COMP-5 and in IEEE numbers
 * @param fullBinary whether COMP may hold all that its bytes can rather than the digits of its picture
 * @param asciiOverpunch how a sign over a digit is written outside of EBCDIC: as GnuCOBOL and Micro Focus do, or as IBM's characters
 * @param naturalAlignment whether SYNC aligns 8 bytes to 8 rather than to 4
 * @param slide whether what follows a table of variable length moves with it
 * @param initialWhenMissing whether a value that is not given is zero or blank rather than an error
 * @param ignoreUnknown whether a key that the copybook does not have is left out rather than an error
 */
public record Dialect(
        CodePage page,
        NameStyle names,
        Trim trim,
        boolean blanksAreNull,
        boolean ieee,
        boolean littleEndian,
        boolean fullBinary,
        boolean asciiOverpunch,
        boolean naturalAlignment,
        boolean slide,
        boolean initialWhenMissing,
        boolean ignoreUnknown) {

    /** A mainframe's records in a code page. */
    public static Dialect mainframe(String charset) {
        return new Dialect(
                CodePage.of(charset),
                NameStyle.COBOL,
                Trim.RIGHT,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false);
    }
}
