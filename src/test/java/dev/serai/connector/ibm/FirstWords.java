package dev.serai.connector.ibm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Listens, hears the first segment that a client sends, and hangs up on it, as on all that come later. */
final class FirstWords implements AutoCloseable {

    private static final int LONGEST = 4_096;

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<byte[]> heard = new CompletableFuture<>();
    private final Thread listener = new Thread(this::listen, "first words");

    FirstWords() throws IOException {
        listener.start();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                byte[] bytes = new byte[LONGEST];
                int length = client.getInputStream().read(bytes);
                heard.complete(Arrays.copyOf(bytes, Math.max(0, length)));
            } catch (IOException e) {
                heard.completeExceptionally(e);
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    byte[] heard() throws Exception {
        return heard.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        listener.join();
    }
}
