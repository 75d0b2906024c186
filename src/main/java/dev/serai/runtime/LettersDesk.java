package dev.serai.runtime;

import dev.serai.console.api.DeadLetterDesk;
import dev.serai.engine.enterprise.deadletter.DeadLetter;
import dev.serai.engine.enterprise.deadletter.DeadLetterFilter;
import dev.serai.engine.enterprise.deadletter.DeadLetters;
import dev.serai.engine.enterprise.deadletter.RedriveFailedException;
import dev.serai.engine.enterprise.deadletter.RouteEntrance;
import dev.serai.engine.message.Payload;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dead letters as the management API shows them; redriving goes into the version that serves now. */
final class LettersDesk implements DeadLetterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LettersDesk.class);

    private final DeadLetters letters;
    private final IntegrationControl control;

    LettersDesk(DeadLetters letters, IntegrationControl control) {
        this.letters = letters;
        this.control = control;
    }

    @Override
    public List<Letter> list(Selection selection) {
        State state = selection.state();
        DeadLetter.State only = state == null ? null : DeadLetter.State.valueOf(state.name());
        DeadLetterFilter filter =
                new DeadLetterFilter(selection.integration(), only, selection.before(), selection.limit());
        return letters.list(filter).stream().map(LettersDesk::letter).toList();
    }

    @Override
    public Optional<Message> message(long id) {
        return letters.show(id).map(letter -> {
            Map<String, String> headers = new TreeMap<>();
            letter.headers().forEach((name, value) -> headers.put(name, String.valueOf(value)));
            byte[] body = letters.body(id).map(Payload::bytes).orElse(new byte[0]);
            return new Message(letter(letter), headers, body);
        });
    }

    @Override
    public Redrive redrive(long id, String by) {
        try {
            letters.redrive(id, this::send);
            LOG.info("dead letter {} redriven by {}", id, by);
            return new Redrive(id, true, "");
        } catch (RedriveFailedException e) {
            return new Redrive(id, false, String.valueOf(e.getMessage()));
        }
    }

    private void send(String integration, String routeId, @Nullable Object body, Map<String, Object> headers)
            throws Exception {
        RunningVersion running = control.running(integration)
                .orElseThrow(() -> new IllegalStateException(
                        integration + " does not run; start it before its dead letters are redriven"));
        new RouteEntrance(running.camel()).send(routeId, body, headers);
    }

    @Override
    public void discard(long id, String by) {
        letters.discard(id);
        LOG.info("dead letter {} discarded by {}", id, by);
    }

    private static Letter letter(DeadLetter letter) {
        return new Letter(
                letter.id(),
                letter.integration(),
                letter.version(),
                letter.routeId(),
                letter.endpoint(),
                place(letter.place()),
                State.valueOf(letter.state().name()),
                letter.at(),
                letter.cause(),
                letter.attempts());
    }

    /** {@code orders.csv:17, field quantity}, as far as it is known. */
    private static String place(DeadLetter.Place place) {
        StringBuilder text = new StringBuilder(place.file());
        if (place.line() > 0) {
            text.append(text.isEmpty() ? "line " : ":").append(place.line());
        } else if (place.piece() > 0) {
            text.append(text.isEmpty() ? "" : ", ").append("piece ").append(place.piece());
        }
        if (!place.field().isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append("field ").append(place.field());
        }
        return text.toString();
    }
}
