package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.security.Permission;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /integrations/NAME/log-level}: how much one integration tells, until the runtime ends. */
public final class LogLevelResource implements Resource {

    static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");

    private final IntegrationManager integrations;
    private final LogLevelDesk desk;

    public LogLevelResource(IntegrationManager integrations, LogLevelDesk desk) {
        this.integrations = integrations;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/integrations/{name}/log-level", Permission.VIEW, this::show),
                Route.put("/integrations/{name}/log-level", Permission.OPERATE, "log.level", this::set));
    }

    /**
     * @param name the integration
     * @param level how much it tells
     * @param own whether that was set for it alone
     */
    private record Shown(String name, String level, boolean own) {}

    private Answer show(Call call) {
        return shown(known(call));
    }

    private Answer shown(String name) {
        Optional<String> own = desk.level(name);
        return Answer.json(new Shown(name, own.orElseGet(desk::standard), own.isPresent()));
    }

    private Answer set(Call call) throws IOException {
        String name = known(call);
        String level = requested(call);
        if (level.isEmpty()) {
            desk.reset(name);
        } else {
            desk.set(name, known(level));
        }
        return shown(name);
    }

    /** The field level; empty when there is none, which ends the integration's own level. */
    private static String requested(Call call) throws IOException {
        byte[] body = call.body();
        if (body.length == 0) {
            return "";
        }
        JsonNode request = Wire.read(body);
        request.fieldNames().forEachRemaining(field -> {
            if (!field.equals("level")) {
                throw Problem.badRequest("the field \"" + field + "\" is unknown", "the one field is level");
            }
        });
        return request.path("level").isNull() ? "" : request.path("level").asText();
    }

    /** The level as Serai writes it. */
    static String known(String seen) {
        String level = seen.toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw Problem.badRequest(
                    "the level \"" + seen + "\" is unknown",
                    Hint.nearest(level, LEVELS, "the levels are " + String.join(", ", LEVELS)));
        }
        return level;
    }

    private String known(Call call) {
        String name = call.name("name");
        return integrations
                .status(name)
                .map(IntegrationStatus::name)
                .orElseThrow(() -> Problem.noIntegration(name, integrations));
    }
}
