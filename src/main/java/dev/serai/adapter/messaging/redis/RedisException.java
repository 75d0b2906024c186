package dev.serai.adapter.messaging.redis;

/** A command that Redis did not carry out; the message names the server. */
final class RedisException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RedisException(String message, Throwable cause) {
        super(message, cause);
    }
}
