package dev.serai.engine.enterprise.transformation;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transformation could not be read, or failed on a message; says which, and where in the mapping. A mapping is a function of its
 * message, so trying again with the same message is useless.
 */
public final class TransformationException extends RuntimeException implements AnswerableFailure {

    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;

    public TransformationException(String message, @Nullable Throwable cause) {
        super(message, cause);
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
