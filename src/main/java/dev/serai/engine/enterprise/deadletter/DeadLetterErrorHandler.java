package dev.serai.engine.enterprise.deadletter;

import dev.serai.foundation.settings.RetrySettings;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Predicate;
import org.apache.camel.builder.DeadLetterChannelBuilder;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * The error handler of every route that sets none itself: tries again, then keeps the message as it came in as a dead letter, and tells a
 * waiting caller. When the message cannot be kept the exchange fails, so that its source keeps it.
 */
public final class DeadLetterErrorHandler {

    static final String SCHEME = "serai-dead-letter";

    /** Set while the exchange still has its own pattern: Camel hands it to the dead letter endpoint as one that expects no reply. */
    static final String REPLY_EXPECTED = "SeraiReplyExpected";

    private final DeadLetters letters;
    private final RetrySettings retry;

    public DeadLetterErrorHandler(DeadLetters letters, RetrySettings retry) {
        this.letters = letters;
        this.retry = retry;
    }

    /**
     * Makes it the context's default, unless the integration's files set one for all their routes; to be called before the
     * context is initialised. Camel hands a default that is there earlier to every builder, and an {@code errorHandler} in YAML
     * would come too late.
     */
    public void attach(CamelContext context, String integration, int version) {
        context.addComponent(SCHEME, new DeadLetterComponent(letters, integration, version));
        context.addRoutePolicyFactory(EntryRoute.factory());
        context.setAllowUseOriginalMessage(true);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextInitializing(CamelContext initializing) {
                ExtendedCamelContext extension = initializing.getCamelContextExtension();
                if (extension.getErrorHandlerFactory() == null) {
                    extension.setErrorHandlerFactory(channel());
                }
                UnrepeatedSteps.attach(initializing, SCHEME + ":keep");
            }
        });
    }

    private DeadLetterChannelBuilder channel() {
        DeadLetterChannelBuilder channel = new DeadLetterChannelBuilder(SCHEME + ":keep");
        channel.useOriginalMessage();
        channel.deadLetterHandleNewException(false);
        channel.setRetryWhilePredicate(worthAnotherAttempt());
        channel.setOnPrepareFailureProcessor(exchange ->
                exchange.setProperty(REPLY_EXPECTED, exchange.getPattern().isOutCapable()));
        channel.setRedeliveryPolicy(policy());
        channel.setLevel(LoggingLevel.OFF.name());
        return channel;
    }

    private Predicate worthAnotherAttempt() {
        return new Predicate() {
            @Override
            public boolean matches(Exchange exchange) {
                Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
                Integer attempt = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
                return attempt <= retry.attempts()
                        && failure != null
                        && !Diagnosis.of(failure).isMessagesFault();
            }
        };
    }

    private RedeliveryPolicyDefinition policy() {
        RedeliveryPolicyDefinition policy = new RedeliveryPolicyDefinition();
        policy.setMaximumRedeliveries(String.valueOf(retry.attempts()));
        policy.setRedeliveryDelay(String.valueOf(retry.delay().toMillis()));
        policy.setUseExponentialBackOff("true");
        policy.setBackOffMultiplier(String.valueOf(retry.backoff()));
        policy.setRetryAttemptedLogLevel(LoggingLevel.DEBUG.name());
        policy.setLogExhausted("false");
        policy.setLogStackTrace("false");
        policy.setLogNewException("false");
        policy.setAllowRedeliveryWhileStopping("false");
        return policy;
    }
}
