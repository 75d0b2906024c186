package dev.serai.runtime;

import dev.serai.console.RuntimeFile;
import dev.serai.console.RuntimeTrust;
import dev.serai.foundation.tls.ServerTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code state/runtime.json} while the runtime runs: written once all is ready, anew before the management port shows another certificate. */
final class RuntimeNotice implements AutoCloseable {

    private final Path state;
    private RuntimeFile file;

    private RuntimeNotice(Path state, RuntimeFile file) {
        this.state = state;
        this.file = file;
    }

    /** Writes the file, and keeps it true. */
    static RuntimeNotice write(Path state, RuntimeFile plain, Tls tls) throws IOException {
        RuntimeNotice notice = new RuntimeNotice(state, plain.with(tls.trust()));
        notice.file.write(state);
        tls.management().ifPresent(notice::follow);
        return notice;
    }

    private void follow(ServerTls tls) {
        tls.onComing(
                coming -> expect(List.of(coming.fingerprint(), tls.identity().fingerprint())));
    }

    /** Both are good: for a moment, connections get either. */
    private synchronized void expect(List<String> certificates) throws IOException {
        RuntimeTrust trust = file.trust().with(certificates);
        file = file.with(trust);
        file.write(state);
    }

    @Override
    public synchronized void close() throws IOException {
        file.remove(state);
    }
}
