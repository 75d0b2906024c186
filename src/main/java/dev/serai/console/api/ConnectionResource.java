package dev.serai.console.api;

import dev.serai.management.monitoring.connection.ConnectionStatus;
import dev.serai.management.security.Permission;
import java.util.List;

/** {@code /connections}: whether the systems behind them answer. */
public final class ConnectionResource implements Resource {

    private final ConnectionDesk desk;

    public ConnectionResource(ConnectionDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/connections", Permission.VIEW, call -> Answer.json(desk.list())),
                Route.post("/connections/{name}/test", Permission.OPERATE, "connection.test", this::test));
    }

    private Answer test(Call call) {
        String name = call.name("name");
        return Answer.json(desk.test(name).orElseThrow(() -> unknown(name)));
    }

    private Problem unknown(String name) {
        List<String> names = desk.list().stream().map(ConnectionStatus::name).toList();
        return Problem.notFound(
                "there is no connection \"" + name + "\"",
                Hint.nearest(name, names, names.isEmpty() ? "there are none" : "see: serai connection list"));
    }
}
