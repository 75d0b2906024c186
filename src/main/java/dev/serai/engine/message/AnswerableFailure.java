package dev.serai.engine.message;

import java.util.List;

/** An exception that knows which HTTP status a waiting caller should get. */
public interface AnswerableFailure {

    /** The HTTP status; 400 and 422 say that the message itself is wrong and that trying again is useless. */
    int status();

    /** The places in the message; empty when they are not known. */
    List<Answer.Detail> details();
}
