package dev.serai.runtime;

import dev.serai.engine.database.Database;
import dev.serai.engine.database.StoreException;
import dev.serai.engine.enterprise.deadletter.DeadLetter;
import dev.serai.engine.enterprise.deadletter.DeadLetterFilter;
import dev.serai.engine.enterprise.deadletter.DeadLetters;
import dev.serai.engine.enterprise.event.EventBus;
import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.management.monitoring.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the watch asks of the store. A store that is away lets one wait for long, so it is asked in the background. */
final class WatchedStore {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Remembered<Optional<String>> answer;
    private final Remembered<List<Subscription>> subscriptions;
    private final Remembered<Map<String, Long>> newDeadLetters;

    /** What is kept there. */
    record Sources(Database database, EventBus events, DeadLetters letters) {}

    WatchedStore(Sources sources, Duration window, Executor background) {
        answer = new Remembered<>(() -> ask(sources.database()), Optional.empty(), background);
        subscriptions = new Remembered<>(sources.events()::subscriptions, List.of(), background);
        newDeadLetters = new Remembered<>(() -> since(sources.letters(), window), Map.of(), background);
    }

    private static Optional<String> ask(Database database) {
        try {
            database.read(
                    handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of("the store does not answer: " + e.getMessage());
        }
    }

    private static Map<String, Long> since(DeadLetters letters, Duration window) {
        Instant begin = Instant.now().minus(window);
        return letters.list(new DeadLetterFilter(null, DeadLetter.State.KEPT, null, MOST)).stream()
                .filter(letter -> letter.at().isAfter(begin))
                .collect(Collectors.groupingBy(DeadLetter::integration, Collectors.counting()));
    }

    /** Why the store does not answer; empty when it does. */
    Optional<String> problem() {
        Optional<String> last = answer.get();
        Duration open = answer.open();
        return open.compareTo(LONGEST_ANSWER) < 0
                ? last
                : Optional.of("the store has not answered for " + open.toSeconds() + " s");
    }

    Supplier<List<Subscription>> subscriptions() {
        return subscriptions;
    }

    /** How many dead letters that were kept within the window still wait, by integration. */
    Supplier<Map<String, Long>> newDeadLetters() {
        return newDeadLetters;
    }
}
