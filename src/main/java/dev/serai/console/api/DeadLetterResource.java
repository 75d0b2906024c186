package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.api.DeadLetterDesk.Letter;
import dev.serai.console.api.DeadLetterDesk.Message;
import dev.serai.console.api.DeadLetterDesk.Selection;
import dev.serai.console.api.DeadLetterDesk.State;
import dev.serai.engine.enterprise.deadletter.NoSuchDeadLetterException;
import dev.serai.management.security.Permission;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /deadletters}: messages that could not be delivered, until a person sends them again or gives them up. */
public final class DeadLetterResource implements Resource {

    private static final List<String> STATES =
            Arrays.stream(State.values()).map(State::name).toList();

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    private final DeadLetterDesk desk;

    public DeadLetterResource(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/deadletters",
                        Permission.READ_MESSAGES,
                        this::list,
                        "integration",
                        "state",
                        "before",
                        "limit"),
                Route.get("/deadletters/{id}", Permission.READ_MESSAGES, this::show),
                Route.delete("/deadletters/{id}", Permission.OPERATE, "deadletter.discard", this::discard),
                Route.post("/deadletters/{id}/redrive", Permission.OPERATE, "deadletter.redrive", this::redrive));
    }

    private Answer list(Call call) {
        int limit = call.query("limit").map(seen -> Call.number("limit", seen)).orElse(DEFAULT_LIMIT);
        return Answer.json(desk.list(new Selection(
                call.query("integration").orElse(null),
                call.query("state").map(DeadLetterResource::state).orElse(null),
                call.query("before")
                        .map(seen -> Call.longNumber("before", seen))
                        .orElse(null),
                Math.min(MOST, limit))));
    }

    private Answer show(Call call) {
        return Answer.json(Shown.of(message(call)));
    }

    private Answer redrive(Call call) {
        long id = kept(call);
        return settled(id, () -> desk.redrive(id, call.by()));
    }

    private Answer discard(Call call) {
        long id = kept(call);
        return settled(id, () -> {
            desk.discard(id, call.by());
            return new Discarded(id, State.DISCARDED);
        });
    }

    /** Another person may have settled the letter since it was looked at. */
    private static Answer settled(long id, Supplier<Object> change) {
        try {
            return Answer.json(change.get());
        } catch (NoSuchDeadLetterException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()), "see: serai deadletter show " + id);
        }
    }

    private Message message(Call call) {
        long id = Call.longNumber("the dead letter", call.name("id"));
        return desk.message(id)
                .orElseThrow(() -> Problem.notFound("there is no dead letter " + id, "see: serai deadletter list"));
    }

    private long kept(Call call) {
        Letter letter = message(call).letter();
        if (letter.state() != State.KEPT) {
            throw Problem.conflict(
                    "dead letter " + letter.id() + " is " + letter.state() + "; only a KEPT one can be changed",
                    "see: serai deadletter list --state KEPT");
        }
        return letter.id();
    }

    private static State state(String seen) {
        if (!STATES.contains(seen)) {
            throw Problem.badRequest(
                    "the state \"" + seen + "\" is unknown",
                    Hint.nearest(seen, STATES, "the states are " + String.join(", ", STATES)));
        }
        return State.valueOf(seen);
    }

    private record Discarded(long id, State state) {}

    private record Shown(
            long id,
            String integration,
            @Nullable Integer version,
            String route,
            String endpoint,
            String place,
            State state,
            Instant at,
            String cause,
            int attempts,
            Map<String, String> headers,
            JsonNode body) {

        static Shown of(Message message) {
            Letter letter = message.letter();
            return new Shown(
                    letter.id(),
                    letter.integration(),
                    letter.version(),
                    letter.route(),
                    letter.endpoint(),
                    letter.place(),
                    letter.state(),
                    letter.at(),
                    letter.cause(),
                    letter.attempts(),
                    new TreeMap<>(message.headers()),
                    FileContent.of(message.body()));
        }
    }
}
