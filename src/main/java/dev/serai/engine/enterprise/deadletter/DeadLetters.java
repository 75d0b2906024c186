package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.deadletter.DeadLetter.State;
import dev.serai.engine.message.Payload;
import dev.serai.engine.message.Payloads;
import dev.serai.foundation.Tally;
import dev.serai.foundation.UndeliverableMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/** What was kept because it could not be delivered, and what a person can do about it. */
public final class DeadLetters implements UndeliverableMessages {

    private final DeadLetterTable table;
    private final long largestBody;
    private final Set<Long> beingRedriven = ConcurrentHashMap.newKeySet();
    private final Tally kept = new Tally();
    private final Tally redriven = new Tally();
    private final Tally discarded = new Tally();

    /**
     * @param largestBody bytes; a message with a larger body is not kept, its exchange fails and its source keeps it
     */
    public DeadLetters(Database database, long largestBody) {
        this.table = new DeadLetterTable(database);
        this.largestBody = largestBody;
    }

    @Override
    public long keep(Exchange exchange, String integration, int version) {
        BodyLimit.check(exchange, largestBody);
        Payload payload = Payloads.of(exchange);
        BodyLimit.check(payload, largestBody);
        long id = table.insert(FailedExchange.describe(exchange, integration, version, payload), payload);
        kept.count(integration);
        return id;
    }

    public List<DeadLetter> list(DeadLetterFilter filter) {
        return table.list(filter);
    }

    public Optional<DeadLetter> show(long id) {
        return table.find(id);
    }

    public Optional<Payload> body(long id) {
        return table.body(id);
    }

    /** How many were kept since the start, by integration. */
    public Tally kept() {
        return kept;
    }

    /** How many arrived after all since the start, by integration. */
    public Tally redriven() {
        return redriven;
    }

    /** How many were given up since the start, by integration. */
    public Tally discarded() {
        return discarded;
    }

    /** How many wait, by integration. */
    public Map<String, Long> waiting() {
        return table.waiting();
    }

    /**
     * Sends it into the version that serves now.
     *
     * @throws NoSuchDeadLetterException when there is none, or it is settled
     * @throws RedriveFailedException when it failed again; it stays kept
     */
    public void redrive(long id, Redriver redriver) {
        DeadLetter letter = mustWait(id);
        if (!beingRedriven.add(id)) {
            throw new NoSuchDeadLetterException(
                    "dead letter " + id + " is being redriven at this moment; look again later");
        }
        try {
            send(letter, redriver);
            table.settle(id, letter.integration(), State.REDRIVEN);
            redriven.count(letter.integration());
        } finally {
            beingRedriven.remove(id);
        }
    }

    private void send(DeadLetter letter, Redriver redriver) {
        Payload payload = table.body(letter.id()).orElse(Payload.NOTHING);
        try {
            redriver.redrive(letter.integration(), letter.routeId(), Payloads.body(payload), letter.headers());
        } catch (Exception e) {
            String cause = Diagnosis.of(e).summary();
            table.attempted(letter.id(), cause);
            throw new RedriveFailedException(
                    letter.integration() + ": dead letter " + letter.id() + " failed again (" + cause
                            + "); it stays kept",
                    e);
        }
    }

    /**
     * Settles it without delivering it.
     *
     * @throws NoSuchDeadLetterException when there is none, or it is settled
     */
    public void discard(long id) {
        DeadLetter letter = mustWait(id);
        table.settle(id, letter.integration(), State.DISCARDED);
        discarded.count(letter.integration());
    }

    private DeadLetter mustWait(long id) {
        DeadLetter letter = table.find(id)
                .orElseThrow(() -> new NoSuchDeadLetterException(
                        "there is no dead letter " + id + "; see: serai deadletter list"));
        if (letter.state() != State.KEPT) {
            throw new NoSuchDeadLetterException("dead letter " + id + " is " + letter.state() + " already");
        }
        return letter;
    }
}
