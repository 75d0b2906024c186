package dev.serai.foundation.tls;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows the certificate files of the ports by their content, which works for renewed files, for exchanged symbolic links, as Kubernetes
 * does it, and for mounts without file events.
 */
public final class CertificateWatch implements AutoCloseable {

    private final List<ServerTls> ports;
    private final Duration pause;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "serai-certificates");

    /** @param pause between two looks; a change is taken after two to three of them */
    public CertificateWatch(List<ServerTls> ports, Duration pause) {
        this.ports = List.copyOf(ports);
        this.pause = pause;
        thread.setDaemon(true);
    }

    /** Begins to look; without ports there is nothing to look at. */
    public CertificateWatch start() {
        if (!ports.isEmpty()) {
            thread.start();
        }
        return this;
    }

    private void run() {
        try {
            do {
                ports.forEach(ServerTls::look);
            } while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        end.countDown();
        thread.join();
    }
}
