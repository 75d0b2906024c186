package dev.serai.console.api;

import dev.serai.management.monitoring.connection.ConnectionChange;
import dev.serai.management.security.Permission;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;

/** {@code /connections/NAME}: a connection's file, written from outside. Refused texts are answered with their findings, and change nothing. */
public final class ConnectionEditResource implements Resource {

    private final ConnectionEditor editor;

    public ConnectionEditResource(ConnectionEditor editor) {
        this.editor = editor;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.put(
                        "/connections/{name}",
                        Permission.DEPLOY,
                        "connection.change",
                        call -> answer(call, editor::save)),
                Route.post(
                        "/connections/{name}/try",
                        Permission.DEPLOY,
                        "connection.try",
                        call -> answer(call, editor::tryOut)));
    }

    private static Answer answer(Call call, BiFunction<String, String, ConnectionChange> act) throws IOException {
        return Answer.json(act.apply(call.name("name"), Fields.of(call, "text").required("text")));
    }
}
