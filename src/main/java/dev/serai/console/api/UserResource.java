package dev.serai.console.api;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import dev.serai.management.security.account.User;
import dev.serai.management.security.account.Users;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /users}: the people who log in with a password. Passwords come in and never go out. */
public final class UserResource implements Resource {

    private final Users users;

    public UserResource(Users users) {
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/users", Permission.ADMINISTER, this::list),
                Route.post("/users", Permission.ADMINISTER, "user.add", this::add),
                Route.put("/users/{name}", Permission.ADMINISTER, "user.change", this::change),
                Route.delete("/users/{name}", Permission.ADMINISTER, "user.remove", this::remove));
    }

    private Answer list(Call call) {
        return Answer.json(users.all().stream().map(Shown::of).toList());
    }

    private Answer add(Call call) throws IOException {
        Fields fields = Fields.of(call, "name", "password", "roles");
        String name = fields.required("name");
        String password = fields.required("password");
        User user = checked(() -> users.add(name, password, fields.roles()))
                .orElseThrow(() -> Problem.conflict(
                        "there is a user \"" + name + "\" already",
                        "change it with: serai user password, serai user role"));
        return new Told(Answer.json(Shown.of(user)), name, Role.words(user.roles()));
    }

    private Answer change(Call call) throws IOException {
        String name = known(call);
        Fields fields = Fields.of(call, "password", "roles");
        Optional<Set<Role>> roles = fields.has("roles") ? Optional.of(fields.roles()) : Optional.empty();
        Optional<String> password = fields.text("password");
        if (roles.isEmpty() && password.isEmpty()) {
            throw Problem.badRequest("nothing is to change", "give a password, or roles");
        }
        keepAnAdmin(call.caller(), name, roles.isPresent() && !roles.get().contains(Role.ADMIN));
        User user = checked(() -> users.change(name, password, roles)).orElseThrow(() -> unknown(name));
        return new Told(Answer.json(Shown.of(user)), name, whatChanged(fields, user));
    }

    private static String whatChanged(Fields fields, User user) {
        String roles = fields.has("roles") ? "roles " + Role.words(user.roles()) : "";
        String password = fields.has("password") ? "password" : "";
        return roles + (roles.isEmpty() || password.isEmpty() ? "" : ", ") + password;
    }

    private Answer remove(Call call) {
        String name = known(call);
        keepAnAdmin(call.caller(), name, true);
        users.remove(name);
        return Answer.json(new Removed(name, true));
    }

    /** The home's owner gets in without a user, so that one may do it. */
    private void keepAnAdmin(Caller caller, String name, boolean losesIt) {
        if (losesIt && caller.means() != Caller.Means.OWNER && users.isLastAdmin(name)) {
            throw Problem.conflict(
                    name + " is the only administrator", "make another one first, or let the home's owner do it");
        }
    }

    private String known(Call call) {
        String name = call.name("name");
        if (users.find(name).isEmpty()) {
            throw unknown(name);
        }
        return name;
    }

    private Problem unknown(String name) {
        List<String> names = users.all().stream().map(User::name).toList();
        return Problem.notFound("there is no user \"" + name + "\"", Hint.nearest(name, names, "see: serai user list"));
    }

    private static <T> T checked(Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()), "see: serai user --help");
        }
    }

    private record Removed(String name, boolean removed) {}

    private record Shown(String name, List<String> roles, Instant createdAt, Instant changedAt) {

        static Shown of(User user) {
            return new Shown(
                    user.name(),
                    user.roles().stream().sorted().map(Role::word).toList(),
                    user.createdAt(),
                    user.changedAt());
        }
    }
}
