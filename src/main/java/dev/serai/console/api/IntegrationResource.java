package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.lifecycle.NoSuchVersionException;
import dev.serai.management.monitoring.log.LogView;
import dev.serai.management.security.Permission;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /integrations}: what runs, what ran before, and every change of it. */
public final class IntegrationResource implements Resource {

    private static final int DEFAULT_LINES = 100;
    private static final int MOST_LINES = 10_000;

    private final IntegrationManager integrations;
    private final Function<Bundle, List<Finding>> gate;
    private final LogTail tail;

    /**
     * @param integrations the integrations of this runtime
     * @param gate what the gate says of a bundle that is not deployed
     * @param tail follows the log of an integration
     */
    public IntegrationResource(IntegrationManager integrations, Function<Bundle, List<Finding>> gate, LogTail tail) {
        this.integrations = integrations;
        this.gate = gate;
        this.tail = tail;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/integrations", Permission.VIEW, this::list),
                Route.get("/integrations/{name}", Permission.VIEW, this::status),
                Route.put("/integrations/{name}", Permission.DEPLOY, "integration.deploy", this::deploy, "source"),
                Route.delete("/integrations/{name}", Permission.DEPLOY, "integration.undeploy", this::undeploy),
                Route.get("/integrations/{name}/receipt", Permission.VIEW, this::receipt),
                Route.get("/integrations/{name}/versions", Permission.VIEW, this::versions),
                Route.get("/integrations/{name}/versions/{version}", Permission.VIEW, this::version),
                Route.get("/integrations/{name}/diff", Permission.VIEW, this::diff, "from", "to"),
                Route.get(
                        "/integrations/{name}/logs", Permission.VIEW, this::logs, "lines", "follow", "level", "format"),
                Route.post("/integrations/{name}/validate", Permission.VIEW, "", this::validate, "source"),
                Route.post("/integrations/{name}/rollback", Permission.OPERATE, "integration.rollback", this::rollback),
                Route.get("/integrations/{name}/submitted", Permission.VIEW, this::submitted),
                Route.post("/integrations/{name}/redeploy", Permission.DEPLOY, "integration.redeploy", this::redeploy),
                Route.post("/integrations/{name}/stop", Permission.OPERATE, "integration.stop", this::stop),
                Route.post("/integrations/{name}/start", Permission.OPERATE, "integration.start", this::start));
    }

    private Answer list(Call call) {
        return Answer.json(integrations.status());
    }

    private Answer status(Call call) {
        String name = call.name("name");
        return Answer.json(integrations.status(name).orElseThrow(() -> unknown(name)));
    }

    private Answer deploy(Call call) throws IOException {
        return Answer.json(integrations.deploy(new Upload(call).bundle(), call.by()));
    }

    private Answer undeploy(Call call) {
        return Answer.json(integrations.undeploy(running(call), call.by()));
    }

    private Answer receipt(Call call) {
        String name = call.name("name");
        return Answer.json(integrations.receipt(name).orElseThrow(() -> unknown(name)));
    }

    private Answer versions(Call call) {
        return Answer.json(integrations.history(known(call)));
    }

    private Answer version(Call call) {
        int version = Call.number("the version", call.name("version"));
        return Answer.json(VersionContent.of(version, content(known(call), version)));
    }

    private Answer diff(Call call) {
        String name = known(call);
        int from = Call.number("from", call.required("from"));
        int to = Call.number("to", call.required("to"));
        return Answer.json(Differences.between(from, content(name, from), to, content(name, to)));
    }

    private Answer logs(Call call) {
        String name = known(call);
        int lines = Math.min(
                MOST_LINES,
                call.query("lines").map(seen -> Call.number("lines", seen)).orElse(DEFAULT_LINES));
        LogView view = view(call);
        return switch (call.query("follow").orElse("false")) {
            case "true" -> new LogStream(tail, name, view, () -> tail.newest(name, lines, view));
            case "false" -> Answer.json(new LogLines(name, tail.newest(name, lines, view)));
            default -> throw Problem.badRequest("follow is neither true nor false", "take ?follow=true");
        };
    }

    private static LogView view(Call call) {
        String format = call.query("format").orElse("text");
        if (!format.equals("text") && !format.equals("json")) {
            throw Problem.badRequest("the format \"" + format + "\" is unknown", "take ?format=text or ?format=json");
        }
        return new LogView(
                call.query("level").map(LogLevelResource::known).orElse(LogView.TEXT.level()), format.equals("json"));
    }

    private Answer validate(Call call) throws IOException {
        Bundle bundle = new Upload(call).bundle();
        return Answer.json(Validation.of(bundle.name(), bundle.hash(), gate.apply(bundle)));
    }

    private Answer rollback(Call call) throws IOException {
        String name = known(call);
        Integer version = requestedVersion(call);
        try {
            return Answer.json(integrations.rollback(name, version, call.by()));
        } catch (NoSuchVersionException e) {
            throw Problem.notFound(String.valueOf(e.getMessage()), "see: serai history " + name);
        }
    }

    private Answer redeploy(Call call) {
        try {
            return Answer.json(integrations.redeploy(running(call), call.by()));
        } catch (NoSuchVersionException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()), "save the file again");
        }
    }

    private Answer submitted(Call call) {
        String name = known(call);
        return Answer.json(integrations
                .submitted(name)
                .map(SubmittedContent::of)
                .orElseThrow(() -> Problem.notFound(
                        "the content that the newest receipt of " + name + " is about is not at hand",
                        "see: serai history " + name)));
    }

    private Answer stop(Call call) {
        return Answer.json(integrations.stop(running(call), call.by()));
    }

    private Answer start(Call call) {
        return Answer.json(integrations.start(running(call), call.by()));
    }

    /** An optional body {@code {"version": N}}. */
    private static @Nullable Integer requestedVersion(Call call) throws IOException {
        byte[] body = call.body();
        if (body.length == 0) {
            return null;
        }
        JsonNode request = Wire.read(body);
        request.fieldNames().forEachRemaining(field -> {
            if (!field.equals("version")) {
                throw Problem.badRequest("the field \"" + field + "\" is unknown", "the one field is version");
            }
        });
        JsonNode version = request.path("version");
        return version.isMissingNode() || version.isNull() ? null : (Integer) Call.number("version", version.asText());
    }

    private Bundle content(String name, int version) {
        return integrations
                .content(name, version)
                .orElseThrow(() -> Problem.notFound(
                        name + " has no version " + version + "; it has " + numbers(name),
                        "see: serai history " + name));
    }

    private List<Integer> numbers(String name) {
        return integrations.history(name).stream().map(HistoryEntry::version).toList();
    }

    /** The name of an integration that is there now. */
    private String running(Call call) {
        String name = call.name("name");
        return integrations.status(name).map(IntegrationStatus::name).orElseThrow(() -> unknown(name));
    }

    /** The name of an integration that is there now, or was. */
    private String known(Call call) {
        String name = call.name("name");
        if (integrations.status(name).isEmpty() && integrations.history(name).isEmpty()) {
            throw unknown(name);
        }
        return name;
    }

    private Problem unknown(String name) {
        return Problem.noIntegration(name, integrations);
    }

    private record LogLines(String name, List<String> lines) {}
}
