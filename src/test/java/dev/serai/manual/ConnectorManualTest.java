package dev.serai.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.connection.ConnectorFiles;
import dev.serai.foundation.Connector;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorManualTest {

    private final List<Finding> problems = new ArrayList<>();
    private final ConnectorFiles connectors = new ConnectorFiles(Path.of("connectors"), problems::add);

    @Test
    void everyConnectorsReadmeListsItsParameters() throws IOException {
        for (String name : connectors.names()) {
            Connector connector = connectors.find(name).orElseThrow(() -> new AssertionError(problems));
            String table = table(connector);

            String present = new GeneratedPart("connectors/" + name + "/README.md", "parameters").checkedAgainst(table);

            assertThat(present).as("run the test with UPDATE_DOCS=true").isEqualTo(table);
        }
    }

    private static String table(Connector connector) {
        StringBuilder table = new StringBuilder(
                "| parameter | type | default | what it decides | example |\n|---|---|---|---|---|\n");
        connector.parameters().forEach(parameter -> table.append(row(parameter)));
        return table.toString();
    }

    private static String row(Parameter parameter) {
        String type = parameter.secret() ? "secret" : parameter.type().title();
        String unit = parameter.unit().isEmpty() ? "" : ", in " + parameter.unit();
        String standard = parameter.defaultValue() == null ? "" : code(parameter.defaultValue());
        return "| "
                + String.join(
                        " | ",
                        code(parameter.name()),
                        type + unit,
                        parameter.required() ? "required" : standard,
                        parameter.description(),
                        code(parameter.example()))
                + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
