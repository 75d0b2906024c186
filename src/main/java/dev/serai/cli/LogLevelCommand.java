package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai log level}: how much one integration tells. */
@Command(
        name = "level",
        header = "How much one integration tells, until Serai ends.",
        description =
                "Without LEVEL it shows the level. It stays across versions of the integration and touches no other.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai log level orders", "  serai log level orders DEBUG", "  serai log level orders DEFAULT"})
final class LogLevelCommand implements Callable<Integer> {

    private static final String DEFAULT = "DEFAULT";

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the integration.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LEVEL",
            description = "ERROR, WARN, INFO, DEBUG or TRACE; DEFAULT for what all integrations tell.")
    private @Nullable String level;

    LogLevelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String path = "/integrations/" + RuntimeClient.segment(name) + "/log-level";
        Reply reply =
                level == null ? session.runtime().get(path) : session.runtime().put(path, request(level));
        session.screen().show(reply, answer -> session.screen().line(sentence(answer.json())));
        return ExitCode.FINE;
    }

    private static String request(String level) {
        return level.equalsIgnoreCase(DEFAULT)
                ? "{}"
                : JsonNodeFactory.instance.objectNode().put("level", level).toString();
    }

    private static String sentence(JsonNode answer) {
        return answer.path("name").asText() + ": " + answer.path("level").asText()
                + (answer.path("own").asBoolean() ? "" : ", as all integrations");
    }
}
