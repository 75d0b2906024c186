package dev.serai.console.api;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import java.util.List;

/** {@code /session}: who calls, and what that one may do; the console shows and hides by it. */
public final class SessionResource implements Resource {

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/session", Permission.VIEW, this::session));
    }

    private Answer session(Call call) {
        Caller caller = call.caller();
        return Answer.json(new Session(
                caller.name(),
                caller.means().name(),
                Role.within(caller.permissions()).stream().map(Role::word).toList(),
                caller.permissions().stream().sorted().map(Permission::word).toList()));
    }

    private record Session(String name, String means, List<String> roles, List<String> permissions) {}
}
