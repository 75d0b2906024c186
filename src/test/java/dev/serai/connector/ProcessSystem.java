package dev.serai.connector;

import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A system that is one process on one port, killed and started again as it was. What it prints is kept in its folder. */
public abstract class ProcessSystem implements SystemUnderTest {

    private final String connector;
    private final int port = Ports.free();
    private Optional<ServerProcess> process = Optional.empty();

    /** @param connector name of the connector's folder */
    protected ProcessSystem(String connector) {
        this.connector = connector;
    }

    /** How its process is started, the first time and again, after what it needs was written into its folder. */
    protected abstract ServerProcess.Command command(Path folder) throws IOException;

    @Override
    public final String connector() {
        return connector;
    }

    @Override
    public void start(Path folder) throws IOException {
        process = Optional.of(new ServerProcess(command(folder)).start());
    }

    @Override
    public final void kill() {
        process.orElseThrow().kill();
    }

    @Override
    public final void restart() {
        process.orElseThrow().start();
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public void close() {
        process.ifPresent(ServerProcess::close);
    }
}
