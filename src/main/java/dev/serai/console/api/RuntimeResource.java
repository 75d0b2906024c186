package dev.serai.console.api;

import dev.serai.management.security.Permission;
import java.util.List;

/** {@code /runtime}: the running Serai itself. */
public final class RuntimeResource implements Resource {

    private final RuntimeControl runtime;

    public RuntimeResource(RuntimeControl runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/runtime", Permission.VIEW, this::status),
                Route.post("/runtime/stop", Permission.ADMINISTER, "runtime.stop", this::stop));
    }

    private Answer status(Call call) {
        return Answer.json(runtime.status());
    }

    private Answer stop(Call call) {
        runtime.stop();
        return Answer.json(202, new Stopping(true));
    }

    private record Stopping(boolean stopping) {}
}
