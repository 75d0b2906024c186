package dev.serai.service.governance.message;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import java.util.List;

/** A policy refuses a message; to try again with the same message is useless. */
public final class PolicyRefusedException extends Exception implements AnswerableFailure {

    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;

    PolicyRefusedException(String message) {
        super(message);
    }

    @Override
    public int status() {
        return UNPROCESSABLE;
    }

    @Override
    public List<Answer.Detail> details() {
        return List.of();
    }
}
