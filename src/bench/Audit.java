package bench;

import dev.serai.foundation.settings.AuditSettings;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditLog;
import dev.serai.management.security.audit.LogVerifier;
import dev.serai.management.security.audit.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The audit trail: acts taken on record by one and by many at once, and how long a million of them take to verify. */
final class Audit {

    private static final int RECORDS = Integer.getInteger("records", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int ACTS = Integer.getInteger("acts", 500);

    private Audit() {}

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("serai-bench").resolve("audit");
        Table writing = new Table("writers", "acts a second", "mean wait ms");
        try (AuditLog log = new AuditLog(folder, new AuditSettings(Duration.ofDays(400), 1L << 40))) {
            log.begin();
            for (int writers : List.of(1, 1, 8, 32)) {
                double seconds = record(log, writers);
                writing.row(writers, ACTS * writers / seconds, seconds * 1_000 / ACTS);
            }
            fill(log, RECORDS - 42 * ACTS);
        }
        writing.print("Acts taken on record, each safe on the disk before the next of its writer");

        Table verifying = new Table("records", "MB", "seconds", "records a second");
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            Verification verification = new LogVerifier(folder).verify();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!verification.valid()) {
                throw new IllegalStateException(verification.toString());
            }
            verifying.row(verification.records(), size(folder), seconds, verification.records() / seconds);
        }
        verifying.print("The whole trail verified");
        Subject.remove(folder.resolveSibling(""));
    }

    private static double record(AuditLog log, int writers) throws Exception {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < ACTS; i++) {
                    log.record(act(i));
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void fill(AuditLog log, int count) {
        CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
        for (int i = 0; i < count; i++) {
            written = log.submit(act(i));
            if (i % 5_000 == 0) {
                written.join();
            }
        }
        written.join();
    }

    private static AuditEvent act(int i) {
        String subject = String.format(Locale.ROOT, "orders-%03d@%d", i % 200, i);
        boolean done = i % 10 != 0;
        return new AuditEvent(
                Caller.runtime("watched folder"),
                "integration.deploy",
                subject,
                done ? Outcome.DONE : Outcome.REFUSED,
                done ? "" : "2 findings, the first: routes/orders.camel.yaml:14:9: kafka option \"brokes\" is unknown");
    }

    private static long size(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / (1024 * 1024);
        }
    }
}
