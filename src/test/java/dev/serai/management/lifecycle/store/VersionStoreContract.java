package dev.serai.management.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationMode;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.CompiledClasses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every version store does, whatever database is behind it. */
abstract class VersionStoreContract {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456Z");

    abstract VersionStore store();

    @Test
    void aStoredVersionComesBackWhole() {
        StoredVersion accepted = version("orders", "one");

        Version version = store().append(accepted);

        StoredVersion stored = store().version("orders", version.number()).orElseThrow();
        assertThat(version).isEqualTo(new Version("orders", 1, accepted.bundle().hash()));
        assertThat(stored.version()).isEqualTo(version);
        assertThat(stored.bundle().hash()).isEqualTo(accepted.bundle().hash());
        assertThat(stored.bundle().source()).isEqualTo("orders/");
        assertThat(stored.classes().byName()).containsOnlyKeys("acme.Mapping");
        assertThat(stored.classes().byName().get("acme.Mapping")).isEqualTo(new byte[] {1, 0, -1});
        assertThat(stored)
                .usingRecursiveComparison()
                .comparingOnlyFields("metadata", "claims", "at", "by")
                .isEqualTo(accepted);
    }

    @Test
    void contentEqualToTheNewestKeepsItsNumberAndOlderContentGetsANewOne() {
        store().append(version("orders", "one"));
        store().append(version("orders", "two"));

        Version again = store().append(version("orders", "two"));
        Version back = store().append(version("orders", "one"));

        assertThat(again.number()).isEqualTo(2);
        assertThat(back.number()).isEqualTo(3);
    }

    @Test
    void upcomingIsWhatAppendGives() {
        Version first =
                store().upcoming("orders", version("orders", "one").bundle().hash());
        Version stored = store().append(version("orders", "one"));
        Version same = store().upcoming("orders", stored.hash());
        Version next = store().upcoming("orders", "another hash");

        assertThat(first).isEqualTo(stored);
        assertThat(same).isEqualTo(stored);
        assertThat(next.number()).isEqualTo(2);
    }

    @Test
    void onlyTheNewestVersionIsTakenBack() {
        Version one = store().append(version("orders", "one"));
        Version two = store().append(version("orders", "two"));

        store().withdraw(one);
        store().withdraw(two);

        assertThat(store().history("orders")).extracting(HistoryEntry::version).containsExactly(1);
        assertThat(store().append(version("orders", "three")).number()).isEqualTo(2);
    }

    @Test
    void whatIsNotedOfAProbationStandsInTheHistoryUntilItIsClearedOrStoredAgain() {
        Version version = store().append(version("orders", "one"));
        assertThat(store().history("orders").get(0).probation()).isNull();

        store().noteProbation(version, "taken back: it failed");

        assertThat(store().history("orders").get(0).probation()).isEqualTo("taken back: it failed");
        store().append(version("orders", "one"));
        assertThat(store().history("orders").get(0).probation()).isNull();
        store().noteProbation(version, "on probation");
        store().noteProbation(version, "");
        assertThat(store().history("orders").get(0).probation()).isNull();
    }

    @Test
    void historyIsNewestFirstAndMarksTheActive() {
        store().append(version("orders", "one"));
        store().append(version("orders", "two"));
        store().decide(desired("orders", 1), receipt("orders", 1));

        List<HistoryEntry> history = store().history("orders");

        assertThat(history).extracting(HistoryEntry::version).containsExactly(2, 1);
        assertThat(history).extracting(HistoryEntry::active).containsExactly(false, true);
        assertThat(history.get(0).at()).isEqualTo(AT);
        assertThat(history.get(0).by()).isEqualTo("file");
    }

    @Test
    void aDecisionIsReadBackWithItsReceipt() {
        Desired first = new Desired("orders", null, IntegrationState.REFUSED, AT, "orders/", "abc");
        Receipt refusal = new Receipt(
                "orders",
                false,
                null,
                "abc",
                null,
                AT,
                List.of(Finding.error("routes/orders/a.yaml", 3, 5, "yaml", "is a tab", "use spaces")));
        store().decide(first, refusal);
        store().decide(desired("billing", 4), receipt("billing", 4));

        assertThat(store().desired()).containsExactly(desired("billing", 4), first);
        assertThat(store().desired("orders")).contains(first);
        assertThat(store().receipt("orders")).contains(refusal);
    }

    @Test
    void theNewestDecisionCounts() {
        store().decide(desired("orders", 1), receipt("orders", 1));

        store().decide(desired("orders", 2), receipt("orders", 2));

        assertThat(store().desired()).containsExactly(desired("orders", 2));
        assertThat(store().receipt("orders")).contains(receipt("orders", 2));
    }

    @Test
    void aRemovedIntegrationKeepsVersionsAndReceipt() {
        store().append(version("orders", "one"));
        store().decide(desired("orders", 1), receipt("orders", 1));

        store().remove("orders", receipt("orders", 9));

        assertThat(store().desired()).isEmpty();
        assertThat(store().receipt("orders")).contains(receipt("orders", 9));
        assertThat(store().history("orders")).extracting(HistoryEntry::active).containsExactly(false);
    }

    @Test
    void whatWasNeverStoredIsEmpty() {
        assertThat(store().version("nobody", 1)).isEmpty();
        assertThat(store().history("nobody")).isEmpty();
        assertThat(store().desired("nobody")).isEmpty();
        assertThat(store().receipt("nobody")).isEmpty();
    }

    @Test
    void versionsStoredAtOnceGetNumbersWithoutGaps() {
        List<CompletableFuture<Version>> appends = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> store().append(version("orders", "content " + i))))
                .toList();

        Stream<Integer> numbers = appends.stream().map(append -> append.join().number());

        assertThat(numbers.sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    static StoredVersion version(String name, String content) {
        Bundle bundle = new Bundle(
                name,
                name + "/",
                Map.of(
                        "orders.camel.yaml",
                        bytes(content),
                        "empty.txt",
                        new byte[0],
                        "same.txt",
                        bytes("always the same")));
        return new StoredVersion(
                new Version(name, 0, bundle.hash()),
                bundle,
                new CompiledClasses(Map.of("acme.Mapping", new byte[] {1, 0, -1})),
                new Metadata(
                        "sales",
                        "takes orders",
                        Map.of("team", "a"),
                        IntegrationMode.BATCH,
                        Duration.ofSeconds(7),
                        true),
                List.of(new Claim(Claim.Kind.HTTP_PATH, "GET /orders/{}", "routes/orders/orders.camel.yaml", 12)),
                AT,
                "file");
    }

    static Desired desired(String name, int version) {
        return new Desired(name, version, IntegrationState.LIVE, AT, name + "/", "hash of " + version);
    }

    static Receipt receipt(String name, int version) {
        return new Receipt(name, true, version, "hash of " + version, version, AT, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
