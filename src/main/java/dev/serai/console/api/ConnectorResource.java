package dev.serai.console.api;

import dev.serai.engine.cloud.connection.ConnectorSheet;
import dev.serai.management.security.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /connectors}: the kinds of systems that connections can be made to. */
public final class ConnectorResource implements Resource {

    private final Supplier<List<ConnectorSheet>> connectors;
    private final Supplier<Map<String, Object>> schema;

    /**
     * @param connectors all of them, by name
     * @param schema the JSON Schema of a connection's file
     */
    public ConnectorResource(Supplier<List<ConnectorSheet>> connectors, Supplier<Map<String, Object>> schema) {
        this.connectors = connectors;
        this.schema = schema;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/connectors", Permission.VIEW, call -> Answer.json(connectors.get())),
                Route.get("/connectors/{name}", Permission.VIEW, this::show),
                Route.get("/connection-schema", Permission.VIEW, call -> Answer.json(schema.get())));
    }

    private Answer show(Call call) {
        String name = call.name("name");
        List<ConnectorSheet> all = connectors.get();
        return Answer.json(all.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "there is no connector \"" + name + "\"",
                        Hint.nearest(
                                name, all.stream().map(ConnectorSheet::name).toList(), "see: serai connector list"))));
    }
}
