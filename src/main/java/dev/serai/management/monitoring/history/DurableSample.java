package dev.serai.management.monitoring.history;

import dev.serai.management.monitoring.history.RecordedExchange.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps messages beyond the end of the process. */
public interface DurableSample extends AutoCloseable {

    /** Keeps none. */
    DurableSample NONE = new DurableSample() {

        @Override
        public boolean takes() {
            return false;
        }

        @Override
        public void keep(RecordedExchange exchange) {
            // What is remembered in memory is all there is.
        }

        @Override
        public List<RecordedExchange> list(String integration, @Nullable Kind kind, @Nullable String route, int limit) {
            return List.of();
        }

        @Override
        public Optional<RecordedExchange> find(String integration, long id) {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** Whether the next message, neither failed nor slow, is part of the sample. */
    boolean takes();

    /** Keeps it soon; the message does not wait for that. */
    void keep(RecordedExchange exchange);

    /** Newest first. */
    List<RecordedExchange> list(String integration, @Nullable Kind kind, @Nullable String route, int limit);

    Optional<RecordedExchange> find(String integration, long id);

    @Override
    void close();
}
