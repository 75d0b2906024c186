package dev.serai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.serai.foundation.CanaryStatus;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.RouteStatus;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai status}: what runs, and what was refused and why. */
@Command(
        name = "status",
        header = "What runs, and what was refused and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai status", "  serai status orders", "  serai status --output json"})
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of an integration. Default: all.")
    private @Nullable String name;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(reply(), reply -> print(Shapes.list(reply.json(), Shapes::status)));
        return ExitCode.FINE;
    }

    /** An array, also for one integration: the shape does not depend on how it was asked. */
    private Reply reply() {
        RuntimeClient runtime = session.runtime();
        if (name == null) {
            return runtime.get("/integrations");
        }
        Reply one = runtime.get("/integrations/" + RuntimeClient.segment(name));
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add(one.json());
        return new Reply("[" + one.text() + "]", array);
    }

    private void print(List<IntegrationStatus> integrations) {
        if (integrations.isEmpty()) {
            session.screen().line("no integrations yet; put a route file into routes/");
            return;
        }
        Table table = new Table("NAME", "VERSION", "STATE", "SINCE", "ROUTES", "HTTP");
        integrations.forEach(integration -> table.row(
                integration.name(),
                integration.version() == null ? "-" : integration.version().toString(),
                integration.state().name(),
                Screen.time(integration.since()),
                routes(integration.routes()),
                integration.http().isEmpty() ? "-" : String.join(", ", integration.http())));
        table.lines().forEach(line -> session.screen().line(coloured(line)));
        integrations.forEach(this::printDetails);
    }

    private String coloured(String line) {
        Screen screen = session.screen();
        for (IntegrationState state : IntegrationState.values()) {
            String cell = "  " + state.name() + "  ";
            String colour = state == IntegrationState.LIVE
                    ? screen.green(state.name())
                    : state == IntegrationState.STOPPED || state == IntegrationState.ROLLED_BACK
                            ? screen.yellow(state.name())
                            : screen.red(state.name());
            if (line.contains(cell)) {
                return line.replaceFirst(cell, Matcher.quoteReplacement("  " + colour + "  "));
            }
        }
        return line;
    }

    private static String sentence(String name, CanaryStatus canary) {
        return "%s: version %d takes %d %% of the HTTP requests until %s; %d answered, %d failed, 95 %% took up to %s ms"
                .formatted(
                        name,
                        canary.version(),
                        canary.share(),
                        Screen.time(canary.until()),
                        canary.requests(),
                        canary.failed(),
                        canary.p95Millis());
    }

    private static String routes(List<RouteStatus> routes) {
        long started =
                routes.stream().filter(route -> route.state().equals("Started")).count();
        return started == routes.size() ? String.valueOf(started) : started + " of " + routes.size() + " started";
    }

    private void printDetails(IntegrationStatus integration) {
        if (integration.canary() != null) {
            session.screen().line(sentence(integration.name(), integration.canary()));
        }
        if (integration.fileDiffers()) {
            session.screen()
                    .line(integration.name() + ": " + integration.source()
                            + " differs from the running version; its content comes into force when it changes again");
        }
        @Nullable Receipt receipt = integration.receipt();
        if (receipt != null && !receipt.accepted()) {
            new Receipts(session.screen()).show(receipt);
        }
    }
}
