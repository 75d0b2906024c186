package dev.serai.service.intelligence.live;

import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.connection.ConnectionChange;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Looks for what an anomaly may come from, the likeliest first. */
final class Causes {

    /** A change counts for so many buckets. */
    private static final int LATELY = 15;

    /** A change that comes a little after the first unusual reading may be its cause all the same: the bucket had begun. */
    private final Duration bucket;

    Causes(Duration bucket) {
        this.bucket = bucket;
    }

    /** @param strange which measures of which subjects lie outside their range now */
    List<Cause> of(Anomaly anomaly, Surroundings around, Collection<Strange> strange) {
        List<Cause> causes = new ArrayList<>();
        Predicate<ConnectionStatus> concerned = concerned(anomaly.subject());
        if (anomaly.measure() != Measure.MESSAGE_SIZE) {
            around.connections().stream()
                    .filter(concerned)
                    .filter(ConnectionStatus::doesNotAnswer)
                    .forEach(one -> causes.add(down(one)));
            slow(anomaly, around, strange, causes);
        }
        deployments(anomaly, around.statuses(), causes);
        around.connections().stream().filter(concerned).forEach(one -> changed(anomaly, one, causes));
        client(anomaly, around, causes);
        failure(anomaly, around, causes);
        load(anomaly, strange, causes);
        if (causes.isEmpty()) {
            causes.add(unknown(anomaly));
        }
        return causes;
    }

    /** A measure of a subject that lies outside its range. */
    record Strange(Subject subject, Measure measure, double value, Range range) {}

    private static Predicate<ConnectionStatus> concerned(Subject subject) {
        return subject.kind() == Subject.Kind.route
                ? one -> one.usedBy().contains(subject.integration())
                : one -> one.name().equals(subject.name());
    }

    private static Cause down(ConnectionStatus one) {
        return new Cause(
                "connection",
                "connection " + one.name() + " (" + one.title() + ") does not answer: " + one.error(),
                "check that its system runs; see: serai connection test " + one.name());
    }

    /** What the integration of a route calls is slow or fails. */
    private static void slow(Anomaly anomaly, Surroundings around, Collection<Strange> strange, List<Cause> causes) {
        if (anomaly.subject().kind() != Subject.Kind.route) {
            return;
        }
        strange.stream()
                .filter(one -> one.subject.kind() != Subject.Kind.route)
                .filter(one -> one.measure.family() == Measure.Family.LATENCY
                        || one.measure == Measure.ERROR_RATIO
                        || one.measure == Measure.QUEUE_LAG)
                .filter(one -> around.moved()
                        .getOrDefault(one.subject, Moved.NOTHING)
                        .users()
                        .contains(anomaly.subject().integration()))
                .sorted(Comparator.comparing((Strange one) -> one.subject.title()))
                .limit(2)
                .forEach(one -> causes.add(new Cause(
                        "connection",
                        one.subject.kind() + " " + one.subject.title() + ": " + one.measure.word() + " is "
                                + Quantity.of(one.measure, one.value) + ", expected "
                                + Quantity.of(one.measure, one.range),
                        one.subject.kind() == Subject.Kind.connection
                                ? "look at its system; see: serai connection test " + one.subject.name()
                                : "look at the system behind " + one.subject.name())));
    }

    private void deployments(Anomaly anomaly, List<IntegrationStatus> statuses, List<Cause> causes) {
        Predicate<IntegrationStatus> concerned = anomaly.subject().kind() == Subject.Kind.route
                ? one -> one.name().equals(anomaly.subject().integration())
                : one -> false;
        statuses.stream()
                .filter(concerned)
                .filter(one -> one.state() == IntegrationState.LIVE || one.state() == IntegrationState.ROLLED_BACK)
                .filter(one -> isLately(one.since(), anomaly.since()))
                .forEach(one -> causes.add(new Cause(
                        "deployment",
                        one.name() + "@" + one.version()
                                + (one.state() == IntegrationState.LIVE ? " went live " : " was brought back ")
                                + before(one.since(), anomaly.since()),
                        "compare with: serai diff " + one.name()
                                + "; bring the version before back with: serai rollback " + one.name())));
    }

    private void changed(Anomaly anomaly, ConnectionStatus one, List<Cause> causes) {
        ConnectionChange change = one.change();
        if (change != null && change.accepted() && isLately(change.at(), anomaly.since())) {
            causes.add(new Cause(
                    "connection-change",
                    "connection " + one.name() + " was changed " + before(change.at(), anomaly.since()),
                    "look at config/connections/" + one.name() + ".yaml; see: serai connection show " + one.name()));
        }
    }

    private boolean isLately(Instant at, Instant since) {
        return at.isAfter(since.minus(bucket.multipliedBy(LATELY))) && at.isBefore(since.plus(bucket.multipliedBy(2)));
    }

    private static String before(Instant at, Instant since) {
        Duration ago = Duration.between(at, since);
        if (ago.isNegative() || ago.toSeconds() < 1) {
            return "just before";
        }
        return (ago.toMinutes() >= 2 ? ago.toMinutes() + " minutes" : ago.toSeconds() + " s") + " before";
    }

    private static void client(Anomaly anomaly, Surroundings around, List<Cause> causes) {
        Moved moved = around.moved().getOrDefault(anomaly.subject(), Moved.NOTHING);
        Shares usual = around.usual().get(anomaly.subject());
        if (usual == null || moved.clients().isEmpty()) {
            return;
        }
        String who = anomaly.subject().kind() == Subject.Kind.route ? "client " : "integration ";
        usual.dominating(moved.clients())
                .ifPresent(one -> causes.add(new Cause(
                        "client",
                        who + one.client() + " sends " + Math.round(100 * one.now()) + " % of the messages, usually "
                                + Math.round(100 * one.before()) + " %",
                        "ask " + one.client() + " what it does; limit it at the edge if it goes on")));
    }

    private static void failure(Anomaly anomaly, Surroundings around, List<Cause> causes) {
        String error =
                around.moved().getOrDefault(anomaly.subject(), Moved.NOTHING).error();
        if (anomaly.measure() == Measure.ERROR_RATIO && !error.isEmpty()) {
            causes.add(new Cause("failure", "the last failure was a " + error, where(anomaly.subject())));
        }
    }

    private static String where(Subject subject) {
        return subject.kind() == Subject.Kind.route
                ? "see: serai messages list " + subject.integration() + " and serai logs " + subject.integration()
                : "see: serai topology";
    }

    /** More messages than usual take longer, fail more often and wait longer. */
    private static void load(Anomaly anomaly, Collection<Strange> strange, List<Cause> causes) {
        if (anomaly.measure().family() == Measure.Family.TRAFFIC) {
            return;
        }
        strange.stream()
                .filter(one -> one.subject.equals(anomaly.subject()) && one.measure == Measure.THROUGHPUT)
                .filter(one -> one.value > one.range.high())
                .forEach(one -> causes.add(new Cause(
                        "load",
                        "there are " + Quantity.of(one.measure, one.value) + ", expected "
                                + Quantity.of(one.measure, one.range),
                        "see who sends them; raise the consumers or limit the senders")));
    }

    private static Cause unknown(Anomaly anomaly) {
        Subject subject = anomaly.subject();
        if (anomaly.measure() == Measure.SILENCE && subject.kind() == Subject.Kind.route) {
            return new Cause(
                    "sender",
                    "the route is started and nothing of " + subject.integration()
                            + " changed lately: nobody sends messages to it",
                    "ask who sends them; see: serai health " + subject.integration());
        }
        if (subject.kind() != Subject.Kind.route) {
            return new Cause(
                    "system",
                    "nothing was changed on this side lately: the system behind " + subject.name(),
                    subject.kind() == Subject.Kind.connection
                            ? "look at it; see: serai connection test " + subject.name()
                            : "look at it");
        }
        return new Cause(
                "unknown",
                "no deployment, connection or client explains it",
                "see: serai messages list " + subject.integration() + " and serai logs " + subject.integration());
    }
}
