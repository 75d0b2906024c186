package dev.serai.engine.mesh;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import java.util.List;

/** Nobody answers a service; the message names those that are answered. */
public final class NoSuchServiceException extends RuntimeException implements AnswerableFailure {

    private static final long serialVersionUID = 1;
    private static final int BAD_GATEWAY = 502;

    public NoSuchServiceException(String message) {
        super(message);
    }

    @Override
    public int status() {
        return BAD_GATEWAY;
    }

    @Override
    public List<Answer.Detail> details() {
        return List.of();
    }
}
