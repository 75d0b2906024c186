package dev.serai.management.lifecycle.deploy;

import org.jspecify.annotations.Nullable;

/** A version could not be started; the message is what its author is told. Nothing of it is left. */
public final class DeploymentException extends Exception {

    private static final long serialVersionUID = 1;

    public DeploymentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public DeploymentException(String message) {
        super(message);
    }
}
