package dev.serai.console.api;

import java.util.List;

/** {@code /runtime}: the running Serai itself. */
final class RuntimeResource {

    private final RuntimeControl runtime;

    RuntimeResource(RuntimeControl runtime) {
        this.runtime = runtime;
    }

    List<Route> routes() {
        return List.of(Route.get("/runtime", this::status), Route.post("/runtime/stop", this::stop));
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
