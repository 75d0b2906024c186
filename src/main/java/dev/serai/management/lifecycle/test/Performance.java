package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.test.RouteTest.Given;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** One test being run: sends its messages, waits until all is quiet or time is up, and judges. */
final class Performance {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** How long it must stay quiet where a message may be between two threads. */
    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final RouteTest test;
    private final Stage stage;
    private final Recorder recorder;
    private final long deadline;

    Performance(RouteTest test, Stage stage, Recorder recorder) {
        this.test = test;
        this.stage = stage;
        this.recorder = recorder;
        this.deadline = System.nanoTime() + test.within().toNanos();
    }

    List<TestFailure> run() throws InterruptedException {
        Sender sender = stage.sender();
        List<TestFailure> unreachable = unreachable(sender);
        if (!unreachable.isEmpty()) {
            return unreachable;
        }
        TimedCall<Boolean> sending = TimedCall.start("test " + test.name(), () -> send(sender));
        try {
            sending.await(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            return settle();
        } catch (TimeoutException e) {
            Step step = recorder.lastStep();
            recorder.cancel();
            String left = sending.end();
            return List.of(tooSlow(step, left));
        } catch (ExecutionException e) {
            return List.of(failure("the message could not be sent: " + Observer.told(e.getCause()), Step.NONE));
        }
    }

    private List<TestFailure> unreachable(Sender sender) {
        return test.given().stream()
                .map(Given::to)
                .flatMap(target -> sender
                        .problem(target)
                        .map(problem -> new TestFailure(problem, null, Step.NONE, target.line(), target.column()))
                        .stream())
                .toList();
    }

    private boolean send(Sender sender) throws Exception {
        boolean replyExpected = test.expect().stream().anyMatch(Expectation::isReply);
        for (Given given : test.given()) {
            recorder.arrived(sender.send(given, replyExpected));
        }
        return true;
    }

    private List<TestFailure> settle() {
        boolean late = stage.mayBeLate();
        long quietSince = -1;
        while (true) {
            long now = System.nanoTime();
            boolean quiet = stage.isQuiet();
            quietSince = quiet ? (quietSince < 0 ? now : quietSince) : -1;
            if (quiet && (!late || now - quietSince >= SETTLE_NANOS)) {
                Optional<List<TestFailure>> verdict = verdict(late && now < deadline);
                if (verdict.isPresent()) {
                    return verdict.get();
                }
            }
            if (now > deadline) {
                return overdue();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** @return empty when it is worth waiting for more messages */
    private Optional<List<TestFailure>> verdict(boolean moreMayCome) {
        Evaluation evaluation = evaluation();
        List<TestFailure> failures = evaluation.failures();
        boolean wait = moreMayCome && !failures.isEmpty() && evaluation.mayStillPass();
        return wait ? Optional.empty() : Optional.of(failures);
    }

    private List<TestFailure> overdue() {
        Step step = recorder.lastStep();
        recorder.cancel();
        return List.of(tooSlow(step, ""));
    }

    private TestFailure tooSlow(Step step, String more) {
        return failure(
                "it was not finished within " + test.within().toMillis() + " ms" + (more.isEmpty() ? "" : "; " + more),
                step);
    }

    private TestFailure failure(String message, Step step) {
        return new TestFailure(message, null, step, test.line(), test.column());
    }

    private Evaluation evaluation() {
        return new Evaluation(test, recorder, stage.endpoints());
    }
}
