package dev.serai.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.model.Words;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.policy.PolicySheet;
import dev.serai.service.governance.rule.PackedRules;
import dev.serai.service.governance.rule.Vocabulary.Thing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyManualTest {

    private static final String PAGE = "src/docs/policies.md";

    @Test
    void thePageListsEveryShippedPolicy() throws IOException {
        try (Packs packs = new Packs(Path.of("connectors"), Path.of("target/packs"))) {
            Policies policies = new Policies(Path.of("config/policies"), new PackedRules(packs), Surroundings.NONE);
            StringBuilder table = new StringBuilder("| policy | severity | at | why |\n|---|---|---|---|\n");
            policies.sheets().forEach(sheet -> table.append(row(sheet)));

            String present = new GeneratedPart(PAGE, "shipped").checkedAgainst(table.toString());

            assertThat(present).as("run the test with UPDATE_DOCS=true").isEqualTo(table.toString());
        }
    }

    private static String row(PolicySheet sheet) {
        return "| [`" + sheet.name() + "`](../../" + sheet.file() + ") | " + sheet.severity() + " | "
                + String.join(", ", sheet.at()) + " | " + sheet.reason() + " |\n";
    }

    @Test
    void thePageListsEverythingThatRulesCanName() throws IOException {
        StringBuilder tables = new StringBuilder();
        Words.things().forEach(thing -> tables.append(table(thing)));

        String present = new GeneratedPart(PAGE, "words").checkedAgainst(tables.toString());

        assertThat(present).as("run the test with UPDATE_DOCS=true").isEqualTo(tables.toString());
    }

    private static String table(Thing thing) {
        StringBuilder table =
                new StringBuilder("### " + thing.name() + "\n| field | kind | what it says |\n|---|---|---|\n");
        thing.fields().forEach(field -> table.append("| `")
                .append(field.name())
                .append("` | ")
                .append(field.kind().replace("<", " of ").replace(">", ""))
                .append(" | ")
                .append(field.description())
                .append(" |\n"));
        return table.append("\n").toString();
    }
}
