package dev.serai.service.intelligence.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.serai.foundation.secret.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices to Camel endpoints as JSON, each until it is taken. What is not taken is sent again, ever more seldom, for some hours. */
public final class EndpointNotices implements Notices, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointNotices.class);

    private static final int MOST_WAITING = 1_000;
    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final List<String> endpoints;
    private final Supplier<CamelContext> contexts;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "serai notices");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ProducerTemplate template;

    /** What is sent. */
    private record Notice(String event, AnomalyView anomaly) {}

    /**
     * @param endpoints their URIs
     * @param contexts makes a context, not started, in which these can be resolved; asked when the first notice is sent
     */
    public EndpointNotices(List<String> endpoints, Supplier<CamelContext> contexts) {
        this.endpoints = List.copyOf(endpoints);
        this.contexts = contexts;
    }

    @Override
    public void begun(Anomaly anomaly) {
        tell("begun", anomaly);
    }

    @Override
    public void ended(Anomaly anomaly) {
        tell("ended", anomaly);
    }

    private void tell(String event, Anomaly anomaly) {
        String body = json(new Notice(event, AnomalyView.of(anomaly)));
        Map<String, Object> headers = Map.of(
                Exchange.CONTENT_TYPE,
                "application/json",
                Exchange.HTTP_METHOD,
                "POST",
                "Subject",
                "Serai: anomaly " + anomaly.id() + (event.equals("begun") ? ": " : " is over: ") + anomaly.sentence());
        endpoints.forEach(endpoint -> enqueue(new Letter(endpoint, body, headers)));
    }

    private record Letter(String endpoint, String body, Map<String, Object> headers) {}

    private void enqueue(Letter letter) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            LOG.warn("{} notices wait to be sent, one is dropped; see serai.anomaly.notify", MOST_WAITING);
            return;
        }
        sender.execute(() -> send(letter, 1));
    }

    private void send(Letter letter, int attempt) {
        try {
            template().sendBodyAndHeaders(letter.endpoint, letter.body, letter.headers);
            waiting.decrementAndGet();
        } catch (RuntimeException e) {
            failed(letter, attempt, e);
        }
    }

    private void failed(Letter letter, int attempt, RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (attempt >= ATTEMPTS) {
            waiting.decrementAndGet();
            LOG.warn("a notice was not taken {} times and is dropped: {}", attempt, Redaction.clean(cause.toString()));
            return;
        }
        if (attempt == 1) {
            LOG.warn(
                    "a notice was not taken, it is sent again; check serai.anomaly.notify: {}",
                    Redaction.clean(cause.toString()));
        }
        long pause = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << (attempt - 1));
        if (!sender.isShutdown()) {
            sender.schedule(() -> send(letter, attempt + 1), pause, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized ProducerTemplate template() {
        ProducerTemplate made = template;
        if (made == null) {
            CamelContext context = contexts.get();
            context.start();
            made = context.createProducerTemplate();
            template = made;
        }
        return made;
    }

    private static String json(Notice notice) {
        try {
            return JSON.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written as JSON", e);
        }
    }

    @Override
    public synchronized void close() {
        sender.shutdownNow();
        if (template != null) {
            template.getCamelContext().stop();
        }
    }
}
