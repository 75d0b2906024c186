package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.message.Answer;
import dev.serai.foundation.MessageWitness;
import dev.serai.foundation.UndeliverableMessages;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a failed message and answers whoever waits for a reply. */
final class DeadLetterProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetters letters;
    private final String integration;
    private final int version;

    DeadLetterProducer(Endpoint endpoint, DeadLetters letters, String integration, int version) {
        super(endpoint);
        this.letters = letters;
        this.integration = integration;
        this.version = version;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Throwable cause = FailedExchange.cause(exchange);
        if (isTried(exchange)) {
            throw cause instanceof Exception failure ? failure : new RuntimeCamelException(cause);
        }
        RedriveAttempt redrive = RedriveAttempt.of(exchange);
        if (redrive != null) {
            redrive.failed(cause);
            return;
        }
        Diagnosis diagnosis = Diagnosis.of(cause);
        long id = letters.keep(exchange, integration, version);
        exchange.setProperty(UndeliverableMessages.KEPT_AS, id);
        Undone.transactionsOf(exchange);
        MessageWitness.tellUndeliverable(exchange, cause);
        LOG.warn(
                "{}: {} in route {}; kept as dead letter {}, see: serai deadletter show {}",
                integration,
                diagnosis.summary(),
                EntryRoute.of(exchange),
                id,
                id);
        if (exchange.getProperty(DeadLetterErrorHandler.REPLY_EXPECTED, false, Boolean.class)) {
            FailureReply.write(exchange, answer(diagnosis, id));
        }
    }

    /** Called from within a {@code doTry} or circuit breaker: the failure is for its catch or fallback, as with Camel's own default. */
    private static boolean isTried(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.TRY_ROUTE_BLOCK, false, Boolean.class);
    }

    private Answer answer(Diagnosis diagnosis, long id) {
        return new Answer(diagnosis.status(), error(diagnosis, id), id, integration, diagnosis.details());
    }

    /** The summary of an unknown failure is for the operator: it may tell a stranger about the inside. */
    private String error(Diagnosis diagnosis, long id) {
        String kept = "; kept as dead letter " + id;
        return diagnosis.isMessagesFault()
                ? diagnosis.summary() + kept
                : integration + " could not process the message" + kept;
    }
}
