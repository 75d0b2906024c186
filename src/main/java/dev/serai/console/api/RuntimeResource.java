package dev.serai.console.api;

import dev.serai.management.security.Permission;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.server.Response;

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
        return new LastAnswer(Answer.json(202, new Stopping(true)), runtime);
    }

    /** The runtime begins to stop only when its answer is out and its act on record: both would be lost otherwise. */
    private record LastAnswer(Answer answer, RuntimeControl runtime) implements Answer {

        @Override
        public void writeTo(Response response) throws IOException {
            try {
                answer.writeTo(response);
            } finally {
                runtime.stop();
            }
        }
    }

    private record Stopping(boolean stopping) {}
}
