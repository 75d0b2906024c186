package dev.serai.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Severity;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Gate;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.policy.Evaluation;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.rule.PackedRules;
import dev.serai.service.governance.rule.Rule;
import dev.serai.service.governance.rule.RuleException;
import dev.serai.service.governance.rule.RuleLanguage;
import dev.serai.service.governance.rule.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

    private static final Packs PACKS = new Packs(Path.of("connectors"), Path.of("target/packs"));
    private static final RuleLanguage CEL = new PackedRules(PACKS);

    private static final String GREET = """
            - route:
                id: greet
                from:
                  uri: timer:tick
                  steps:
                    - to: http://api.example.com/greet
            """;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        PACKS.close();
    }

    @Test
    void aDenyingPolicyRefusesAndNamesItselfItsReasonAndTheLine() throws IOException {
        policy("no-http", "severity: deny\neach: endpoint\nrule: endpoint.protocol != 'http'\nhint: use https");

        List<Finding> findings = gate("").check(greet(), Landscape.EMPTY).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.check().equals("policy"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.sentence())
                            .isEqualTo(
                                    "routes/greet.camel.yaml:6:15: endpoint http://api.example.com/greet breaks the policy no-http:"
                                            + " it is there for a reason; use https");
                });
    }

    @Test
    void aWarningPolicyWarnsAndAnAuditingOneOnlyTells() throws IOException {
        policy("warned", "severity: warn\nrule: integration.owner != ''");
        policy("told", "severity: audit\nrule: integration.tests > 0");

        List<Finding> findings = gate("").check(greet(), Landscape.EMPTY).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.check().equals("policy"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING, Severity.INFO);
        assertThat(findings).noneMatch(Finding::refuses);
    }

    @Test
    void aRuleThatCannotBeEvaluatedCountsAsBroken() throws IOException {
        policy("labelled", "severity: deny\nrule: integration.labels.team == 'a'");

        List<Finding> findings = gate("").check(greet(), Landscape.EMPTY).findings();

        assertThat(findings).anySatisfy(finding -> assertThat(finding.message())
                .contains("labelled")
                .contains("it cannot be evaluated")
                .contains("team"));
    }

    @Test
    void aWrongRuleIsToldWithItsColumn() throws IOException {
        policy("wrong", "severity: deny\neach: endpoint\nrule: endpoint.protocol == 'http' && endpoint.hst == ''");

        List<Finding> findings = policies("", CEL).read();

        assertThat(findings).filteredOn(Finding::refuses).singleElement().satisfies(finding -> assertThat(
                        finding.sentence())
                .startsWith("config/policies/wrong.yaml:5:46: the rule is wrong: undefined field 'hst'"));
    }

    @Test
    void aMistakeInALaterLineOfARuleIsToldThere() throws IOException {
        policy(
                "wrong",
                "severity: deny\neach: endpoint\nrule: |\n  endpoint.protocol == 'http'\n  && endpoint.hosts.size() ==");

        List<Finding> findings = policies("", CEL).read();

        assertThat(findings).filteredOn(Finding::refuses).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isBetween(7, 8);
            assertThat(finding.message()).contains("the end of the rule");
        });
    }

    @Test
    void aRuleThatIsNoTruthIsRefused() throws IOException {
        policy("wrong", "severity: deny\nrule: integration.owner");

        assertThat(policies("", CEL).read()).anySatisfy(finding -> assertThat(finding.sentence())
                .startsWith(
                        "config/policies/wrong.yaml:4:18: the rule is wrong: expected type 'bool' but found 'string'"));
    }

    @Test
    void aValueThatTheFileDoesNotSetIsToldWithTheOneThatWasMeant() throws IOException {
        policy(
                "wrong",
                "severity: deny\neach: endpoint\nrule: endpoint.component in values.alowed\nvalues: {allowed: [log]}");

        assertThat(policies("", CEL).read()).anySatisfy(finding -> assertThat(finding.sentence())
                .isEqualTo(
                        "config/policies/wrong.yaml:5:36: the rule is wrong: there is no value \"alowed\"; did you mean"
                                + " \"allowed\"?"));
    }

    @Test
    void unknownKeysAndWordsAreToldTogetherWithWhatWasMeant() throws IOException {
        policy("wrong", "severty: deny\nrule: 'true'\neach: endpiont");

        assertThat(policies("", CEL).read())
                .extracting(Finding::sentence)
                .anySatisfy(
                        told -> assertThat(told)
                                .isEqualTo(
                                        "config/policies/wrong.yaml:3:1: key \"severty\" is unknown; did you mean \"severity\"?"))
                .anySatisfy(told ->
                        assertThat(told).contains("\"each\" is \"endpiont\"").contains("did you mean \"endpoint\"?"));
    }

    @Test
    void theLanguageOfRulesIsNotLoadedForPoliciesThatAreOff() throws IOException {
        policy("off", "severity: deny\nenabled: false\nrule: 'false'");
        RuleLanguage unloved = new RuleLanguage() {
            @Override
            public Rule rule(String expression, Vocabulary vocabulary) throws RuleException {
                throw new RuleException("it was loaded", 0, 0);
            }

            @Override
            public Rule value(String expression, Vocabulary vocabulary) throws RuleException {
                throw new RuleException("it was loaded", 0, 0);
            }
        };

        assertThat(policies("", unloved).read()).noneMatch(Finding::refuses);
    }

    @Test
    void aProfileSwitchesOnAndSetsOtherValues() throws IOException {
        policy(
                "few",
                "severity: warn\nenabled: false\nrule: integration.endpoints.size() <= values.most\nvalues: {most: 9}\n"
                        + "profiles:\n  prod: {enabled: true, severity: deny, values: {most: 1}}");

        assertThat(gate("").check(greet(), Landscape.EMPTY).accepts()).isTrue();
        assertThat(gate("prod").check(greet(), Landscape.EMPTY).accepts()).isFalse();
    }

    @Test
    void aSetWithAMistakeIsNotTakenUpAndTheOneBeforeStays() throws IOException {
        policy("owned", "severity: deny\nrule: integration.owner != ''");
        Policies policies = policies("", CEL);
        policies.read();
        policy("wrong", "severity: deny\nrule: integration.ownr != ''");

        List<Finding> findings = policies.read();

        assertThat(findings).anyMatch(Finding::refuses);
        assertThat(new Gate(List.of(policies::check))
                        .check(greet(), Landscape.EMPTY)
                        .accepts())
                .isFalse();
    }

    @Test
    void anEvaluationShowsWhatTheRuleNames() throws IOException {
        policy(
                "no-http",
                "severity: deny\neach: endpoint\nrule: endpoint.protocol != 'http' || endpoint.hosts.all(h, h.isOneOf(values.ok))\nvalues: {ok: [a]}");
        var candidate = new dev.serai.management.lifecycle.gate.Candidate(greet(), Landscape.EMPTY);

        List<Evaluation> evaluations =
                policies("", CEL).explain("no-http", candidate).orElseThrow();

        assertThat(evaluations).hasSize(2).last().satisfies(evaluation -> {
            assertThat(evaluation.opinion()).isEqualTo("broken");
            assertThat(evaluation.place()).isEqualTo("routes/greet.camel.yaml:6");
            assertThat(evaluation.values())
                    .containsEntry("endpoint.protocol", "http")
                    .containsEntry("endpoint.hosts", "[api.example.com]")
                    .containsEntry("values.ok", "[a]");
        });
    }

    @Test
    void endpointsInJavaFilesAreAskedToo() throws IOException {
        policy("no-http", "severity: deny\neach: endpoint\nrule: endpoint.protocol != 'http'");
        String java = """
                import org.apache.camel.builder.RouteBuilder;

                public class Greet extends RouteBuilder {
                    public void configure() {
                        from("timer:tick").to("http://api.example.com/greet");
                    }
                }
                """;
        Bundle bundle = new Bundle("greet", "Greet.java", Map.of("Greet.java", java.getBytes(StandardCharsets.UTF_8)));

        List<Finding> findings = gate("").check(bundle, Landscape.EMPTY).findings();

        assertThat(findings)
                .filteredOn(Finding::refuses)
                .extracting(Finding::place)
                .contains("routes/Greet.java:5:32");
    }

    private void policy(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), "reason: it is there for a reason\nat: gate\n" + text + "\n");
    }

    private Policies policies(String profile, RuleLanguage language) {
        return new Policies(folder, language, new Surroundings(profile, List::of, hash -> List.of()));
    }

    private Gate gate(String profile) {
        Policies policies = policies(profile, CEL);
        assertThat(policies.read()).noneMatch(Finding::refuses);
        return new Gate(List.of(policies::check));
    }

    private static Bundle greet() {
        return new Bundle(
                "greet", "greet.camel.yaml", Map.of("greet.camel.yaml", GREET.getBytes(StandardCharsets.UTF_8)));
    }
}
