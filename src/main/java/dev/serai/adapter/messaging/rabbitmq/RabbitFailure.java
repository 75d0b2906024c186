package dev.serai.adapter.messaging.rabbitmq;

/** What a person is told of a failure: the innermost message, as the outer ones only name classes. */
final class RabbitFailure {

    private RabbitFailure() {}

    static String of(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }
}
