package dev.serai.cli;

import dev.serai.console.api.Wire;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai connector schema}: what editors need to check and complete a connection's file. */
@Command(
        name = "schema",
        header = "The JSON Schema of config/connections/*.yaml, for editors.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai connector schema > config/connection.schema.json",
            "",
            "and in the first line of each file in config/connections/:",
            "  # yaml-language-server: $schema=../connection.schema.json"
        })
final class ConnectorSchemaCommand implements Callable<Integer> {

    private final Session session;

    ConnectorSchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen()
                .line(Wire.text(
                        session.workbench().connectors(session.choices()).schema()));
        return ExitCode.FINE;
    }
}
