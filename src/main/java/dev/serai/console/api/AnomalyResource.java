package dev.serai.console.api;

import dev.serai.foundation.settings.Kind;
import dev.serai.management.security.Permission;
import dev.serai.service.intelligence.live.Anomaly;
import dev.serai.service.intelligence.live.AnomalyTable;
import dev.serai.service.intelligence.live.AnomalyView;
import dev.serai.service.intelligence.live.AnomalyWatch;
import dev.serai.service.intelligence.live.Chart;
import dev.serai.service.intelligence.live.Measure;
import dev.serai.service.intelligence.live.Mutes;
import dev.serai.service.intelligence.live.Subject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /anomalies}: what is unusual in the traffic of routes and connections, since when and why, and when nothing of it is told. */
public final class AnomalyResource implements Resource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final Duration LONGEST_MUTE = Duration.ofDays(30);
    private static final List<String> STATES = List.of("open", "ended", "all");

    private final AnomalyDesk desk;

    public AnomalyResource(AnomalyDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/anomalies", Permission.VIEW, this::list, "name", "state", "before", "limit"),
                Route.get("/anomalies/{id}", Permission.VIEW, call -> Answer.json(AnomalyView.of(anomaly(call)))),
                Route.get("/anomalies/{id}/chart", Permission.VIEW, this::chart),
                Route.post("/anomalies/{id}/ack", Permission.OPERATE, "anomaly.acknowledge", this::acknowledge),
                Route.get("/anomaly-series", Permission.VIEW, call -> Answer.json(series())),
                Route.get("/anomaly-mutes", Permission.VIEW, call -> Answer.json(desk.mutes())),
                Route.post("/anomaly-mutes", Permission.OPERATE, "anomaly.mute", this::mute),
                Route.delete("/anomaly-mutes/{id}", Permission.OPERATE, "anomaly.unmute", this::unmute));
    }

    private Answer list(Call call) {
        int limit = call.query("limit").map(seen -> Call.number("limit", seen)).orElse(DEFAULT_LIMIT);
        return Answer.json(desk
                .list(new AnomalyTable.Filter(
                        call.query("name").orElse(null),
                        open(call).orElse(null),
                        call.query("before")
                                .map(seen -> Call.longNumber("before", seen))
                                .orElse(null),
                        Math.min(MOST, limit)))
                .stream()
                .map(AnomalyView::of)
                .toList());
    }

    /** Whether those that last are wanted, or those that ended; empty for both. */
    private static Optional<Boolean> open(Call call) {
        String state = call.query("state").orElse("open");
        if (!STATES.contains(state)) {
            throw Problem.badRequest(
                    "the state \"" + state + "\" is unknown",
                    Hint.nearest(state, STATES, "the states are " + String.join(", ", STATES)));
        }
        return state.equals("all") ? Optional.empty() : Optional.of(state.equals("open"));
    }

    private Anomaly anomaly(Call call) {
        long id = Call.longNumber("the anomaly", call.name("id"));
        return desk.find(id).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(long id) {
        return Problem.notFound("there is no anomaly " + id, "see: serai anomaly list --all");
    }

    private Answer chart(Call call) {
        Anomaly anomaly = anomaly(call);
        Chart chart = desk.chart(anomaly);
        return Answer.json(chart);
    }

    private Answer acknowledge(Call call) throws IOException {
        Anomaly anomaly = anomaly(call);
        String note = Fields.of(call, "note").text("note").orElse("");
        Anomaly.Acknowledgement taken =
                new Anomaly.Acknowledgement(call.caller().name(), Instant.now(), note);
        Anomaly now = desk.acknowledge(anomaly.id(), taken).orElseThrow(() -> unknown(anomaly.id()));
        return new Told(
                Answer.json(AnomalyView.of(now)),
                String.valueOf(now.id()),
                now.measure().word() + " of " + now.subject().title() + (note.isEmpty() ? "" : ": " + note));
    }

    private List<Watched> series() {
        return desk.series().stream().map(Watched::of).toList();
    }

    /** A series as it is told. */
    private record Watched(
            Subject.Kind kind,
            String subject,
            String measure,
            String state,
            long readings,
            int learning,
            String rhythm) {

        static Watched of(AnomalyWatch.SeriesState one) {
            Measure measure = one.measure();
            return new Watched(
                    one.subject().kind(),
                    one.subject().title(),
                    measure.word(),
                    one.state(),
                    one.readings(),
                    one.learning(),
                    one.rhythm());
        }
    }

    private Answer mute(Call call) throws IOException {
        Fields fields = Fields.of(call, "name", "for", "reason");
        String name = fields.required("name");
        Duration lasts = duration(fields.required("for"));
        Mutes.Mute mute = desk.mute(
                name,
                Instant.now().plus(lasts),
                fields.text("reason").orElse(""),
                call.caller().name());
        return new Told(Answer.json(mute), name, "until " + mute.until() + reason(mute));
    }

    private static Duration duration(String text) {
        try {
            Duration lasts = Kind.POSITIVE_DURATION.read(text);
            if (lasts.compareTo(LONGEST_MUTE) <= 0) {
                return lasts;
            }
        } catch (IllegalArgumentException e) {
            throw wrongDuration(text);
        }
        throw wrongDuration(text);
    }

    private static Problem wrongDuration(String text) {
        return Problem.badRequest(
                "for is \"" + text + "\"; expected a duration such as 30m or 2h, up to " + LONGEST_MUTE.toDays() + "d",
                "give one of these");
    }

    private Answer unmute(Call call) {
        long id = Call.longNumber("the maintenance window", call.name("id"));
        Mutes.Mute mute = desk.unmute(id)
                .orElseThrow(() ->
                        Problem.notFound("there is no maintenance window " + id, "see: GET /api/v1/anomaly-mutes"));
        return new Told(Answer.json(mute), mute.name(), "it would have lasted until " + mute.until());
    }

    private static String reason(Mutes.Mute mute) {
        return mute.reason().isEmpty() ? "" : "; " + mute.reason();
    }
}
