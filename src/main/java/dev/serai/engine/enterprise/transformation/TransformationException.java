package dev.serai.engine.enterprise.transformation;

import org.jspecify.annotations.Nullable;

/** A transformation could not be read, or failed on a message; says which, and where in the mapping. */
public final class TransformationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TransformationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
