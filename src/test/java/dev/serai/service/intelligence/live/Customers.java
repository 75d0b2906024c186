package dev.serai.service.intelligence.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that send a message each every tenth of a second, until they are told to be silent. */
final class Customers implements AutoCloseable {

    private static final int SENDERS = 6;
    private static final int PAUSE_MILLIS = 100;

    private final URI target;
    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
    private volatile boolean silent;
    private volatile int size = 200;
    private volatile String from = "127.0.0.1";

    Customers(String target) {
        this.target = URI.create(target);
        for (int i = 0; i < SENDERS; i++) {
            senders.scheduleAtFixedRate(this::send, i * PAUSE_MILLIS / SENDERS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void silent(boolean now) {
        silent = now;
    }

    /** From now on messages are so large, and come from another address. */
    void become(int bytes, String address) {
        size = bytes;
        from = address;
    }

    private void send() {
        if (silent) {
            return;
        }
        try (Socket socket =
                new Socket(InetAddress.getByName(target.getHost()), target.getPort(), InetAddress.getByName(from), 0)) {
            String request = "POST " + target.getPath() + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: " + size + "\r\n\r\n" + "x".repeat(size);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            if (!senders.isShutdown()) {
                System.err.println("a customer was turned away: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
