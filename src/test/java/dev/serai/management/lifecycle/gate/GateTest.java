package dev.serai.management.lifecycle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationMode;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Landscape;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Gate GATE = new Gate(List.of());
    private static final String ROUTE = "- from:\n    uri: timer:a\n    steps:\n      - log: a\n";

    @Test
    void singleFileIsNamedByItsPlaceInTheRoutesFolder() {
        Bundle bundle = Catalogue.file("greet.camel.yaml", "- from:\n    uri: tmer:a\n    steps:\n      - log: a\n");

        Verdict verdict = GATE.check(bundle, Landscape.EMPTY);

        assertThat(verdict.findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "routes/greet.camel.yaml:2:10: unknown component or connection \"tmer\"; did you mean \"timer\"?");
    }

    @Test
    void acceptedVerdictTellsTheNamesThatTheBundleTakes() {
        Bundle bundle = Catalogue.bundle("good", "rest-dsl");

        Verdict verdict = GATE.check(bundle, Catalogue.LANDSCAPE);

        assertThat(verdict.claims())
                .extracting(claim -> claim.kind() + " " + claim.value() + " " + claim.line())
                .containsExactly(
                        "HTTP_PATH GET /api/orders/{} 7",
                        "HTTP_PATH POST /api/orders 13",
                        "DIRECT direct:get 16",
                        "DIRECT direct:create 20");
    }

    @Test
    void operationsOfAContractAreClaimedAsHttpPaths() {
        Bundle bundle = Catalogue.bundle("good", "openapi-contract");

        Verdict verdict = GATE.check(bundle, Catalogue.LANDSCAPE);

        assertThat(verdict.claims()).extracting(Claim::value).contains("GET /orders/{}");
    }

    @Test
    void verdictCarriesMetadataAndClasses() {
        Verdict metadata = GATE.check(Catalogue.bundle("good", "metadata"), Catalogue.LANDSCAPE);
        Verdict java = GATE.check(Catalogue.bundle("good", "beans-and-java"), Catalogue.LANDSCAPE);

        assertThat(metadata.metadata().owner()).isEqualTo("shop");
        assertThat(metadata.metadata().mode()).isEqualTo(IntegrationMode.EVENT_DRIVEN);
        assertThat(metadata.metadata().drain()).isEqualTo(Duration.ofSeconds(30));
        assertThat(java.classes().byName()).containsOnlyKeys("shop.Pricing", "Audit");
    }

    @Test
    void ownClaimsOfAnEarlierVersionDoNotClash() {
        Bundle bundle = Catalogue.file(
                "billing.camel.yaml",
                "- route:\n    id: billing-route\n"
                        + "    from:\n      uri: timer:a\n      steps:\n        - log: a\n");

        Verdict verdict = GATE.check(bundle, Catalogue.LANDSCAPE);

        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void fileOfMoreThanTheLimitIsRefusedByItsSize() {
        byte[] large = "# padding\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);

        Verdict verdict =
                GATE.check(new Bundle("large", "large.camel.yaml", Map.of("large.camel.yaml", large)), Landscape.EMPTY);

        assertThat(verdict.findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "routes/large.camel.yaml: the file has 10485760 bytes, expected at most 3 MB; split it, or keep data outside of the routes folder");
    }

    @Test
    void fileNameThatLeadsOutOfTheFolderIsRefused() {
        Bundle bundle =
                new Bundle("escape", "escape/", Map.of("../x.camel.yaml", ROUTE.getBytes(StandardCharsets.UTF_8)));

        Verdict verdict = GATE.check(bundle, Landscape.EMPTY);

        assertThat(verdict.findings())
                .extracting(Finding::message)
                .contains("the file name leads out of the integration's folder");
    }

    @Test
    void secretsInClearTextAreWarnedOf() {
        Bundle bundle = Catalogue.file(
                "open.camel.yaml",
                "- route:\n    id: open\n    from:\n      uri: timer:a\n      steps:\n"
                        + "        - to: \"http://anna:geheim@host/a?bridgeEndpoint=true&authPassword=x1\"\n"
                        + "        - to:\n            uri: http://host/b\n            parameters:\n"
                        + "              authPassword: x2\n              authUsername: anna\n"
                        + "        - to: \"http://anna:{{env:PATH}}@host/c?authPassword={{env:PATH}}\"\n");

        Verdict verdict = GATE.check(bundle, Catalogue.LANDSCAPE);

        assertThat(verdict.accepts()).isTrue();
        assertThat(verdict.findings())
                .extracting(finding -> finding.line() + " " + finding.message())
                .containsExactly(
                        "6 the password before the @ stands in clear text",
                        "6 the option \"authPassword\" stands in clear text",
                        "10 the option \"authPassword\" stands in clear text");
    }

    @Test
    void deepNestingIsAFindingAndNoCrash() {
        String deep = "- from:\n    uri: timer:a\n    steps: " + "[".repeat(50_000) + "\n";

        Verdict verdict = GATE.check(Catalogue.file("deep.camel.yaml", deep), Landscape.EMPTY);

        assertThat(verdict.accepts()).isFalse();
    }

    @Test
    void furtherChecksRunLastAndSeeWhetherTheBundleIsRefusedAlready() {
        AtomicReference<Boolean> refused = new AtomicReference<>();
        Gate gate = new Gate(List.of(candidate -> {
            refused.set(candidate.isRefused());
            return List.of(Finding.error(candidate.bundle().place(), 0, 0, "policy", "not on Fridays", ""));
        }));

        Verdict verdict = gate.check(Catalogue.file("greet.camel.yaml", ROUTE), Landscape.EMPTY);

        assertThat(refused).hasValue(false);
        assertThat(verdict.findings()).extracting(Finding::message).containsExactly("not on Fridays");
    }

    @Test
    void checkThatFailsIsAFindingAndStopsNoOther() {
        Gate gate = new Gate(List.of(
                candidate -> {
                    throw new IllegalStateException("broken check");
                },
                candidate -> List.of(Finding.error("routes/a", 0, 0, "policy", "seen", ""))));

        Verdict verdict = gate.check(Catalogue.file("greet.camel.yaml", ROUTE), Landscape.EMPTY);

        assertThat(verdict.findings())
                .extracting(Finding::message)
                .contains("the gate could not check this: IllegalStateException broken check", "seen");
    }

    @Test
    void secretIsNeverPartOfAFinding() {
        Bundle bundle = Catalogue.file(
                "secret.camel.yaml",
                "- from:\n    uri: timer:a\n    steps:\n      - to: http:example.com?authPassword=hunter2&okStatusCodeRang=1&followRedirects=hunter2x\n");

        Verdict verdict = GATE.check(bundle, Landscape.EMPTY);

        assertThat(verdict.findings()).extracting(Finding::sentence).noneMatch(text -> text.contains("hunter2&"));
    }
}
