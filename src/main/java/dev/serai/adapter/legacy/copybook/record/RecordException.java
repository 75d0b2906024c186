package dev.serai.adapter.legacy.copybook.record;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import java.util.List;

/** A record that cannot be read or written: which, where in it, what was seen, and what to do. It holds nothing of the record's data. */
public final class RecordException extends RuntimeException implements AnswerableFailure {

    private static final int UNPROCESSABLE = 422;

    private final long number;
    private final long offset;
    private final String field;

    RecordException(String message, long number, long offset, String field) {
        super(message);
        this.number = number;
        this.offset = offset;
        this.field = field;
    }

    static RecordException reading(BadData bad, long number, long recordOffset, int inRecord) {
        long offset = recordOffset + inRecord;
        String field = bad.path().isEmpty() ? "" : ", " + bad.path();
        return new RecordException(
                "record " + number + ", byte " + (inRecord + 1) + " of it (offset " + offset + ")" + field + ": "
                        + bad.problem() + hint(bad),
                number,
                offset,
                bad.path());
    }

    static RecordException writing(BadData bad, long number) {
        String field = bad.path().isEmpty() ? "" : ", " + bad.path();
        return new RecordException(
                "record " + number + field + ": " + bad.problem() + hint(bad), number, -1, bad.path());
    }

    static RecordException framing(long number, long offset, String problem, String hint) {
        return new RecordException(
                "record " + number + (offset < 0 ? "" : " (offset " + offset + ")") + ": " + problem + "; " + hint,
                number,
                offset,
                "");
    }

    /** There are more or fewer records than one. */
    public static RecordException count(String problem) {
        return new RecordException(problem + "; set output=records for a file of any number", 0, -1, "");
    }

    /** Something that is no record stands where one is expected. */
    public static RecordException noRecord(long number, String seen) {
        return new RecordException(
                "record " + number + " is " + seen
                        + ", expected a map or a JSON object with the fields of the copybook",
                number,
                -1,
                "");
    }

    private static String hint(BadData bad) {
        return bad.hint().isEmpty() ? "" : "; " + bad.hint();
    }

    /** The record, from 1. */
    public long number() {
        return number;
    }

    /** The byte of the file, from 0; -1 when writing. */
    public long offset() {
        return offset;
    }

    /** The field with the groups above it, {@code ORDER.LINES[2].PRICE}; empty when it is about the record as a whole. */
    public String field() {
        return field;
    }

    /** The message itself is wrong: trying again is useless. */
    @Override
    public int status() {
        return UNPROCESSABLE;
    }

    @Override
    public List<Answer.Detail> details() {
        return List.of();
    }
}
