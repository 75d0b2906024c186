package dev.serai.management.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.settings.AuditSettings;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody does to the files of a log of 1,000 records, verifying finds it and names the first record that is wrong. */
class TamperedLogTest {

    private static final int RECORDS = 1_000;
    private static final AuditSettings KEEP = new AuditSettings(Duration.ofDays(400), 1L << 32);

    @TempDir
    static Path original;

    @TempDir
    Path folder;

    private Path segment;
    private List<String> lines;

    @BeforeAll
    static void write() {
        try (AuditLog log = new AuditLog(original.resolve("log"), KEEP)) {
            log.begin();
            for (int i = 1; i < RECORDS; i++) {
                log.submit(event(i));
                if (i % 100 == 0) {
                    log.record(event(i));
                    i++;
                }
            }
            log.record(event(RECORDS));
        }
    }

    static AuditEvent event(int i) {
        String detail = i % 3 == 0 ? "said \"no\" to größe\n{" + i + "}" : "";
        return new AuditEvent(
                Caller.runtime("watched folder"), "integration.deploy", "orders@" + i, Outcome.DONE, detail);
    }

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("key", "key.pub", "head", "000000000001.jsonl")) {
            Files.copy(original.resolve("log").resolve(name), folder.resolve(name));
        }
        segment = folder.resolve("000000000001.jsonl");
        lines = new ArrayList<>(Files.readAllLines(segment));
        assertThat(lines).hasSize(RECORDS);
    }

    @AfterAll
    static void theOriginalIsRight() throws IOException {
        Verification verification = new LogVerifier(original.resolve("log")).verify();
        assertThat(verification.valid()).as(verification.toString()).isTrue();
        assertThat(verification.records()).isEqualTo(RECORDS);
    }

    /** Each byte in turn becomes two others; what stands before it cannot matter, so the check begins with the line it is in. */
    @Test
    void everyChangeOfASingleByteIsFound() throws IOException {
        byte[] content = Files.readAllBytes(segment);
        Random random = new Random(4711);
        long last = 0;
        String hash = Digest.NOTHING;
        for (int from = 0; from < content.length; ) {
            int to = endOf(content, from);
            for (int at = from; at <= to; at++) {
                byte good = content[at];
                for (int flip : new int[] {1 << random.nextInt(8), 1 + random.nextInt(255)}) {
                    content[at] = (byte) (good ^ flip);
                    Chain chain = new Chain(last, hash);
                    assertThat(chain.accept(content, from, endOf(content, from)))
                            .as("byte %d of record %d, flipped by %d", at - from, last + 1, flip)
                            .isPresent();
                }
                content[at] = good;
            }
            Chain chain = new Chain(last, hash);
            assertThat(chain.accept(content, from, to)).isEmpty();
            last = chain.number();
            hash = chain.hash();
            from = to + 1;
        }
        assertThat(last).isEqualTo(RECORDS);
    }

    private static int endOf(byte[] content, int from) {
        int to = from;
        while (to < content.length && content[to] != '\n') {
            to++;
        }
        return to;
    }

    /** The same through the files, for bytes all over the log and every byte at its end. */
    @Test
    void aChangedByteInTheFileIsFoundAndItsRecordNamed() throws IOException {
        byte[] content = Files.readAllBytes(segment);
        Random random = new Random(815);
        for (int round = 0; round < 60; round++) {
            int at = round < 20 ? content.length - 1 - round * 20 : random.nextInt(content.length);
            content[at] ^= 1;
            Files.write(segment, content);
            long record = new String(content, 0, at, StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            content[at] ^= 1;

            Verification verification = verify();

            assertThat(verification.valid()).as("byte %d", at).isFalse();
            assertThat(verification.firstWrong())
                    .as("byte %d: %s", at, verification.reason())
                    .isEqualTo(record);
        }
    }

    @Test
    void everyByteOfTheHeadCounts() throws IOException {
        byte[] head = Files.readAllBytes(folder.resolve("head"));
        for (int at = 0; at < head.length; at++) {
            byte[] changed = head.clone();
            changed[at] ^= 1;
            Files.write(folder.resolve("head"), changed);
            assertThat(verify().valid()).as("byte %d", at).isFalse();
        }
    }

    @Test
    void aRemovedRecordIsNamed() throws IOException {
        lines.remove(499);
        write(lines);

        assertFirstWrong(500);
    }

    @Test
    void swappedRecordsAreNamed() throws IOException {
        Collections.swap(lines, 299, 300);
        write(lines);

        assertFirstWrong(300);
    }

    @Test
    void aRecordThatIsThereTwiceIsNamed() throws IOException {
        lines.add(700, lines.get(699));
        write(lines);

        assertFirstWrong(701);
    }

    @Test
    void recordsCutOffAtALineBorderAreFound() throws IOException {
        write(lines.subList(0, 900));

        assertThat(verify().valid()).isFalse();
        assertThat(verify().reason()).contains("the log was cut: record 1000 was on record");
    }

    @Test
    void aLogWithoutItsSegmentIsFound() throws IOException {
        Files.delete(segment);

        assertFirstWrong(1);
    }

    @Test
    void aMissingHeadIsFound() throws IOException {
        Files.delete(folder.resolve("head"));

        assertThat(verify().valid()).isFalse();
    }

    /** Somebody who can compute hashes, but has no key, rewrites a record and everything after it. */
    @Test
    void aRewrittenChainIsFoundByItsSeals() throws IOException {
        rewriteFrom(650, Optional.empty());

        assertThat(verify().valid()).isFalse();
    }

    @Test
    void aChainSealedWithAnotherKeyIsFoundAndItsBeginningNamed() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        rewriteFrom(650, Optional.of(SealKey.create(other)));
        long sealedBefore = lastSealedBefore(650);

        assertFirstWrong(sealedBefore + 1);
        assertThat(verify().reason()).contains("no seal of the log's key covers it");
    }

    @Test
    void anotherKeyPairIsFoundByAPublicKeyThatWasKept() throws IOException {
        Path kept = Files.copy(folder.resolve("key.pub"), folder.resolve("kept.pub"));
        SealKey forged = SealKey.create(folder);
        rewriteFrom(1, Optional.of(forged));
        Line last = Line.of(Files.readAllLines(segment).get(RECORDS - 1).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        new Mark(Mark.Kind.HEAD, RECORDS, last.hash(), Instant.now()).write(folder, forged);

        assertThat(verify().valid())
                .as("the key beside the log was replaced with it")
                .isTrue();
        assertThat(new LogVerifier(folder, kept).verify().valid()).isFalse();
    }

    @Test
    void anOlderCopyIsFoundByARecordThatWasNoted() throws IOException {
        Verification before = verify();
        Witness noted = new Witness(before.last(), before.hash());
        Witness later = new Witness(before.last() + 1, before.hash());

        assertThat(new LogVerifier(folder).verify(Optional.of(noted)).valid()).isTrue();
        assertThat(new LogVerifier(folder).verify(Optional.of(later)).valid()).isFalse();
        assertThat(new LogVerifier(folder)
                        .verify(Optional.of(new Witness(500, before.hash())))
                        .firstWrong())
                .isEqualTo(500);
    }

    @Test
    void aHeadIsNoMarkOfRemovedRecords() throws IOException {
        Files.move(folder.resolve("head"), folder.resolve("removed"));
        Files.copy(folder.resolve("removed"), folder.resolve("head"));
        Files.delete(segment);

        assertThat(verify().valid()).isFalse();
    }

    /** A cut log is not healed by going on: what is missing stays missing. */
    @Test
    void goingOnAfterACutKeepsTheGap() throws IOException {
        write(lines.subList(0, 900));

        try (AuditLog log = new AuditLog(folder, KEEP)) {
            log.begin();
            log.record(event(1));
        }

        assertFirstWrong(901);
        assertThat(new LogReader(folder).find(AuditFilter.ALL, null, 2).records())
                .extracting(AuditRecord::number, AuditRecord::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1002L, "integration.deploy"),
                        org.assertj.core.groups.Tuple.tuple(1001L, "audit.damaged"));
    }

    private void rewriteFrom(int number, Optional<SealKey> key) throws IOException {
        Digest digest = new Digest();
        String previous = number == 1 ? Digest.NOTHING : line(number - 1).hash();
        for (int i = number; i <= RECORDS; i++) {
            AuditRecord was = AuditRecord.read(lines.get(i - 1).getBytes(StandardCharsets.UTF_8));
            AuditRecord is = i == number
                    ? new AuditRecord(
                            i, was.at(), "eve", was.means(), "", was.action(), was.subject(), was.outcome(), "")
                    : was;
            byte[] written = Line.write(is, previous, line(i).hasSeal() ? key : Optional.empty(), digest);
            String text = new String(written, 0, written.length - 1, StandardCharsets.UTF_8);
            boolean sealed = lines.get(i - 1).contains("\"seal\"");
            lines.set(i - 1, text);
            assertThat(key.isEmpty() || sealed == text.contains("\"seal\"")).isTrue();
            previous = line(i).hash();
        }
        write(lines);
    }

    private Line line(int number) {
        return Line.of(lines.get(number - 1).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private long lastSealedBefore(int number) {
        int before = number - 1;
        while (before > 0 && !line(before).hasSeal()) {
            before--;
        }
        return before;
    }

    private void assertFirstWrong(long record) throws IOException {
        Verification verification = verify();
        assertThat(verification.valid()).isFalse();
        assertThat(verification.firstWrong()).as(verification.toString()).isEqualTo(record);
    }

    private Verification verify() throws IOException {
        return new LogVerifier(folder).verify();
    }

    private void write(List<String> kept) throws IOException {
        Files.writeString(segment, String.join("\n", kept) + "\n");
    }
}
