package dev.serai.console.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Log lines as server-sent events, until the caller goes away or the runtime stops. A slow caller loses lines and is told how many. */
record LogStream(LogTail tail, String name, int lines) implements Answer {

    private static final int BUFFERED_LINES = 10_000;
    private static final long HEARTBEAT_SECONDS = 10;

    @Override
    public void writeTo(Response response) throws IOException {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Buffer buffer = new Buffer(new ArrayBlockingQueue<>(BUFFERED_LINES), new AtomicLong());
        try (LogTail.Following following = tail.follow(name, lines, buffer::add)) {
            send(response, ": following " + name + "\n\n");
            while (!Thread.currentThread().isInterrupted()) {
                send(response, buffer.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
        }
    }

    private static void send(Response response, String event) throws IOException {
        Content.Sink.write(response, false, ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)));
    }

    private record Buffer(BlockingQueue<String> waiting, AtomicLong lost) {

        void add(String line) {
            if (!waiting.offer(line)) {
                lost.incrementAndGet();
            }
        }

        /** The next event; a comment as heartbeat when the log is silent, so that a caller that went away is noticed. */
        String next() throws InterruptedException {
            @Nullable String line = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                return ": still here\n\n";
            }
            long missing = lost.getAndSet(0);
            return (missing > 0 ? event(missing + " lines left out, they came faster than they were read") : "")
                    + event(line);
        }

        private static String event(String line) {
            return "data: " + line.replace("\r", "").replace("\n", "\ndata: ") + "\n\n";
        }
    }
}
