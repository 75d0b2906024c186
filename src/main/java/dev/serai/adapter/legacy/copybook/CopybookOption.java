package dev.serai.adapter.legacy.copybook;

import java.util.List;

/** The options of the data format, as its manual lists them. */
public enum CopybookOption {
    COPYBOOK("copybook", "", "The copybook: `classpath:customer.cpy`, `file:…`", List.of()),
    CHARSET(
            "charset",
            "IBM037",
            "Code page of the characters: `037`, `273`, `500`, `1047`, `1140` …, or any charset of Java, such as `ISO-8859-1`",
            List.of()),
    FORMAT(
            "format",
            "fixed",
            "How records follow each other: one behind the other, each behind a record descriptor word, these in blocks, or each in a line",
            List.of("fixed", "rdw", "bdw", "lines")),
    RECORD_LENGTH(
            "recordLength",
            "0",
            "Bytes of each `fixed` record; 0 for as many as the copybook describes, which may differ from record to record",
            List.of()),
    OUTPUT(
            "output",
            "records",
            "What reading gives: an iterator of maps, one map, a list of maps, or a stream of JSON (an array, or an object in each line)",
            List.of("records", "record", "list", "json", "jsonLines")),
    RULES(
            "rules",
            "",
            "The rules that choose between several descriptions of the same bytes; the file `NAME.rules` beside the copybook if it is there",
            List.of()),
    RECORD("record", "", "The record (level 01) that is meant when the copybook has several", List.of()),
    NAMES(
            "names",
            "cobol",
            "How keys are written: `CUST-NAME`, `custName` or `cust_name`",
            List.of("cobol", "camel", "snake")),
    TRIM("trim", "right", "Which blanks of a text are left out when it is read", List.of("right", "both", "none")),
    BLANKS(
            "blanks",
            "refuse",
            "What a number is that holds nothing but blanks, LOW-VALUES or HIGH-VALUES: an error, or null",
            List.of("refuse", "null")),
    MISSING(
            "missing",
            "refuse",
            "What a value is that is not given when writing, and for which the copybook has none: an error, or zeros and blanks",
            List.of("refuse", "initial")),
    UNKNOWN(
            "unknown",
            "refuse",
            "What a key is that the copybook does not have: an error, or left out",
            List.of("refuse", "ignore")),
    BAD_RECORDS(
            "badRecords",
            "",
            "Endpoint that gets each bad record, so that the others go on, such as `seda:bad`; without it a bad record ends the file",
            List.of()),
    FLOATS("floats", "ibm", "How COMP-1 and COMP-2 are stored: IBM's hexadecimal, or IEEE 754", List.of("ibm", "ieee")),
    BYTE_ORDER(
            "byteOrder",
            "big",
            "Which byte of COMP-5 and of IEEE numbers comes first; COMP is always big",
            List.of("big", "little")),
    TRUNC(
            "trunc",
            "std",
            "What COMP may hold when writing: the digits of its picture, or all that its bytes can",
            List.of("std", "bin")),
    OVERPUNCH(
            "overpunch",
            "ibm",
            "How a sign over a digit is written in a charset that is not EBCDIC: `{`, `A` … `R`, or as GnuCOBOL and Micro Focus do, `p` … `y`. Both are read",
            List.of("ibm", "ascii")),
    ALIGNMENT(
            "alignment",
            "ibm",
            "How SYNC aligns binary numbers of 8 bytes: to 4, or to 8 as GnuCOBOL does",
            List.of("ibm", "natural")),
    SLIDE(
            "slide",
            "true",
            "Whether what follows a table of variable length moves with it; else the table has always room for its most elements",
            List.of("true", "false")),
    RDW(
            "rdw",
            "total",
            "What a record descriptor word counts: itself and the record, or the record alone",
            List.of("total", "data")),
    BLOCK_SIZE("blockSize", "27998", "Bytes of a block that is written with `format=bdw`", List.of()),
    LINE_END("lineEnd", "lf", "What ends a line that is written", List.of("lf", "crlf")),
    SOURCE(
            "source",
            "auto",
            "Lines of the copybook: told by themselves, in fixed form (text in columns 8 to 72), or free",
            List.of("auto", "fixed", "free"));

    private final String word;
    private final String standard;
    private final String description;
    private final List<String> choices;

    CopybookOption(String word, String standard, String description, List<String> choices) {
        this.word = word;
        this.standard = standard;
        this.description = description;
        this.choices = choices;
    }

    /** As it is written. */
    public String word() {
        return word;
    }

    /** What holds when it is not given. */
    public String standard() {
        return standard;
    }

    public String description() {
        return description;
    }

    /** The values that it may have; empty for any. */
    public List<String> choices() {
        return choices;
    }
}
