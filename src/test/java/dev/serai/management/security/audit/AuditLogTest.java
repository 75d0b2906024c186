package dev.serai.management.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.settings.AuditSettings;
import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final AuditSettings KEEP = new AuditSettings(Duration.ofDays(400), 1L << 32);

    @TempDir
    Path home;

    @Test
    void whatWasRecordedIsFoundAgainNewestFirst() throws IOException {
        try (AuditLog log = open(KEEP)) {
            log.record(act("anna", "integration.deploy", "orders@1", Outcome.DONE));
            log.record(act("eve", "login", "", Outcome.REFUSED));
            log.record(act("anna", "integration.rollback", "orders@2", Outcome.DONE));

            assertThat(numbers(new AuditFilter("anna", null, null, null, null, null)))
                    .containsExactly(3L, 1L);
            assertThat(numbers(new AuditFilter(null, "integration.*", "orders", Outcome.DONE, null, null)))
                    .containsExactly(3L, 1L);
            assertThat(numbers(new AuditFilter(null, null, null, Outcome.REFUSED, null, null)))
                    .containsExactly(2L);
            assertThat(numbers(new AuditFilter(
                            null, null, null, null, Instant.now().plusSeconds(9), null)))
                    .isEmpty();
        }
        AuditRecord second =
                new LogReader(folder()).find(AuditFilter.ALL, 3L, 1).records().get(0);
        assertThat(second.actor()).isEqualTo("eve");
        assertThat(second.means()).isEqualTo("SESSION");
        assertThat(second.address()).isEqualTo("10.0.0.7");
    }

    @Test
    void pagesFollowOneAnother() throws IOException {
        try (AuditLog log = open(KEEP)) {
            IntStream.range(0, 25).forEach(i -> log.submit(act("anna", "login", "", Outcome.DONE)));
        }
        LogReader reader = new LogReader(folder());
        List<Long> seen = new ArrayList<>();
        AuditPage page = reader.find(AuditFilter.ALL, null, 10);
        while (page.next() != null) {
            page.records().forEach(record -> seen.add(record.number()));
            page = reader.find(AuditFilter.ALL, page.next(), 10);
        }
        page.records().forEach(record -> seen.add(record.number()));

        assertThat(seen)
                .hasSize(25)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .doesNotHaveDuplicates();
    }

    @Test
    void manyWhoRecordAtOnceShareBatches() throws Exception {
        try (AuditLog log = open(KEEP)) {
            List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, 50)
                            .forEach(i -> log.record(act("writer " + writer, "login", "", Outcome.DONE)))))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        }
        Verification verification = new LogVerifier(folder()).verify();
        assertThat(verification.valid()).as(verification.toString()).isTrue();
        assertThat(verification.records()).isEqualTo(400);
        assertThat(verification.unsealed()).isZero();
    }

    @Test
    void itGoesOnWhereItEnded() throws IOException {
        for (int round = 0; round < 3; round++) {
            try (AuditLog log = open(KEEP)) {
                log.record(act("anna", "login", "", Outcome.DONE));
            }
        }
        assertThat(new LogVerifier(folder()).verify().records()).isEqualTo(3);
    }

    @Test
    void itsFilesAreItsOwners() throws IOException {
        try (AuditLog log = open(KEEP)) {
            log.record(act("anna", "login", "", Outcome.DONE));
        }
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    /** What a crash in the middle of a write leaves: a torn line, or whole ones without a seal. It is no tampering, and nothing is thrown away. */
    @Test
    void aTornEndIsSetAsideAndToldApartFromTampering() throws IOException {
        try (AuditLog log = open(KEEP)) {
            log.record(act("anna", "login", "", Outcome.DONE));
        }
        Path segment = folder().resolve("000000000001.jsonl");
        Files.writeString(segment, "{\"number\":2,\"at\":\"2026", StandardOpenOption.APPEND);
        Verification torn = new LogVerifier(folder()).verify();

        try (AuditLog log = open(KEEP)) {
            log.record(act("anna", "logout", "", Outcome.DONE));
        }

        assertThat(torn.valid()).as(torn.toString()).isTrue();
        assertThat(torn.unsealed()).isOne();
        Verification healed = new LogVerifier(folder()).verify();
        assertThat(healed.valid()).as(healed.toString()).isTrue();
        assertThat(healed.records()).isEqualTo(3);
        assertThat(new LogReader(folder()).find(AuditFilter.ALL, null, 9).records())
                .extracting(AuditRecord::action)
                .containsExactly("logout", "audit.recovered", "login");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).anyMatch(name -> name.startsWith("unsealed-"));
        }
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndWrittenLater() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(folder(), "a file where the folder should be");
        try (AuditLog log = open(KEEP)) {
            AuditEvent event = act("anna", "integration.deploy", "orders@1", Outcome.DONE);
            assertThatThrownBy(() -> log.record(event))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("no change is made until it can");
            assertThatThrownBy(log::expectRecord).isInstanceOf(AuditException.class);

            Files.delete(folder());
            log.expectRecord();
        }
        assertThat(new LogReader(folder()).find(AuditFilter.ALL, null, 9).records())
                .extracting(AuditRecord::action)
                .containsExactly("audit.retry", "audit.retry", "integration.deploy");
        assertThat(new LogVerifier(folder()).verify().valid()).isTrue();
    }

    @Test
    void aMissingKeyIsNotReplacedByANewOne() throws IOException {
        try (AuditLog log = open(KEEP)) {
            log.record(act("anna", "login", "", Outcome.DONE));
        }
        Files.delete(folder().resolve("key"));

        try (AuditLog log = open(KEEP)) {
            assertThatThrownBy(() -> log.record(act("anna", "login", "", Outcome.DONE)))
                    .hasMessageContaining("is missing, but there are records");
        }
    }

    @Test
    void oldSegmentsGoAndTheRestStillVerifies() throws IOException {
        writeSegments(3);
        long before = new LogVerifier(folder()).verify().records();

        try (AuditLog log = open(new AuditSettings(Duration.ofDays(400), 1))) {
            log.record(act("anna", "login", "", Outcome.DONE));
            log.record(act("anna", "login", "", Outcome.DONE));
        }

        Verification after = new LogVerifier(folder()).verify();
        assertThat(after.valid()).as(after.toString()).isTrue();
        assertThat(after.records()).isLessThan(before);
        assertThat(after.last()).isEqualTo(before + 3);
        assertThat(new LogReader(folder())
                        .find(new AuditFilter(null, "audit.retention", null, null, null, null), null, 9)
                        .records())
                .hasSize(1);
        Files.delete(folder().resolve("removed"));
        assertThat(new LogVerifier(folder()).verify().valid())
                .as("without its mark")
                .isFalse();
    }

    @Test
    void youngSegmentsStay() throws IOException {
        writeSegments(2);
        try (AuditLog log = open(new AuditSettings(Duration.ofMinutes(5), 1L << 32))) {
            log.record(act("anna", "login", "", Outcome.DONE));
        }
        assertThat(Files.exists(folder().resolve("removed"))).isFalse();
    }

    @Test
    void swappedAndMissingSegmentsAreFound() throws IOException {
        writeSegments(3);
        List<Segment> segments = Segment.in(folder(), 0);
        assertThat(segments).hasSizeGreaterThanOrEqualTo(3);
        Path first = segments.get(0).file();
        Path second = segments.get(1).file();
        Path aside = folder().resolve("aside");

        Files.move(first, aside);
        assertThat(new LogVerifier(folder()).verify().firstWrong()).isOne();
        Files.move(second, first);
        Files.move(aside, second);
        assertThat(new LogVerifier(folder()).verify().valid()).isFalse();
        Files.move(second, aside);
        Files.move(first, second);
        Files.move(aside, first);
        assertThat(new LogVerifier(folder()).verify().valid()).isTrue();
    }

    /** Enough acts that the log begins a new file several times. */
    private void writeSegments(int count) {
        String detail = "x".repeat(1_000);
        AuditEvent event = new AuditEvent(caller("anna"), "integration.deploy", "orders", Outcome.REFUSED, detail);
        try (AuditLog log = open(KEEP)) {
            for (int i = 0; i < count * 6_500; i++) {
                CompletableFuture<Void> written = log.submit(event);
                if (i % 500 == 0) {
                    written.join();
                }
            }
        }
    }

    private List<Long> numbers(AuditFilter filter) throws IOException {
        return new LogReader(folder())
                .find(filter, null, 100).records().stream()
                        .map(AuditRecord::number)
                        .toList();
    }

    private AuditLog open(AuditSettings settings) {
        AuditLog log = new AuditLog(folder(), settings);
        log.begin();
        return log;
    }

    private Path folder() {
        return home.resolve("state/audit");
    }

    private static Caller caller(String name) {
        return new Caller(name, Caller.Means.SESSION, "10.0.0.7", Role.VIEWER.permissions());
    }

    private static AuditEvent act(String actor, String action, String subject, Outcome outcome) {
        return new AuditEvent(caller(actor), action, subject, outcome, "");
    }
}
