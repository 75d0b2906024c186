package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.test.RouteTest.Given;
import dev.serai.management.lifecycle.test.Stages.NotStartedException;
import java.util.List;
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
    private final Stages stages;
    private final Recorder recorder;
    private long deadline;
    private boolean busy;

    Performance(RouteTest test, Stages stages) {
        this.test = test;
        this.stages = stages;
        this.recorder = new Recorder(test);
    }

    List<TestFailure> run() throws InterruptedException {
        try {
            Stage stage = stages.stage();
            stage.play(recorder);
            deadline = System.nanoTime() + test.within().toNanos();
            return run(stage);
        } catch (NotStartedException e) {
            return List.of(TestFailure.of(test, String.valueOf(e.getMessage()), Step.NONE));
        } finally {
            stages.release(busy);
        }
    }

    private List<TestFailure> run(Stage stage) throws InterruptedException {
        Sender sender = stage.sender();
        List<TestFailure> unreachable = unreachable(sender);
        if (!unreachable.isEmpty()) {
            return unreachable;
        }
        TimedCall<Boolean> sending = TimedCall.start("test " + test.name(), () -> send(sender));
        try {
            sending.await(test.within());
            return settle(stage);
        } catch (TimeoutException e) {
            return List.of(tooSlow(sending));
        } catch (ExecutionException e) {
            return List.of(
                    TestFailure.of(test, "the message could not be sent: " + Observer.told(e.getCause()), Step.NONE));
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

    private List<TestFailure> settle(Stage stage) {
        boolean late = stage.mayBeLate();
        long quietSince = Long.MAX_VALUE;
        for (long now = System.nanoTime(); now - deadline < 0; now = System.nanoTime()) {
            quietSince = stage.isQuiet() ? Math.min(quietSince, now) : Long.MAX_VALUE;
            if (quietSince <= now - (late ? SETTLE_NANOS : 0)) {
                Evaluation evaluation = evaluation(stage);
                List<TestFailure> failures = evaluation.failures();
                if (failures.isEmpty() || !late || !evaluation.mayStillPass()) {
                    return failures;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return stage.isQuiet() ? evaluation(stage).failures() : List.of(tooSlow(recorder.lastStep(), ""));
    }

    private TestFailure tooSlow(TimedCall<Boolean> sending) throws InterruptedException {
        Step step = recorder.lastStep();
        recorder.cancel();
        return tooSlow(step, sending.end());
    }

    private TestFailure tooSlow(Step step, String left) {
        recorder.cancel();
        busy = true;
        String message = "it was not finished within " + test.within().toMillis() + " ms";
        return TestFailure.of(test, left.isEmpty() ? message : message + "; " + left, step);
    }

    private Evaluation evaluation(Stage stage) {
        return new Evaluation(test, recorder, stage.endpoints());
    }
}
