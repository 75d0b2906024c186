package dev.serai.engine.mesh;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import java.util.ArrayList;
import java.util.List;

/** A service failed. It says what the service said, without the classes and the stack of the integration behind it. */
public final class ServiceFailedException extends RuntimeException implements AnswerableFailure {

    private static final long serialVersionUID = 1;

    private final int status;
    private final ArrayList<Answer.Detail> details;

    public ServiceFailedException(String message, int status, List<Answer.Detail> details) {
        super(message);
        this.status = status;
        this.details = new ArrayList<>(details);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Answer.Detail> details() {
        return List.copyOf(details);
    }
}
