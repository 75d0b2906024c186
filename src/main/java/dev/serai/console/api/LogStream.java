package dev.serai.console.api;

import dev.serai.management.monitoring.log.LogView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/**
 * Log lines as server-sent events, until the caller goes away or the runtime stops.
 *
 * @param tail follows the log
 * @param name the integration
 * @param view what of it is shown, and how
 * @param newest the lines that are already there
 */
record LogStream(LogTail tail, String name, LogView view, Supplier<List<String>> newest) implements Answer {

    @Override
    public void writeTo(Response response) throws IOException {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        LineBuffer buffer = new LineBuffer();
        try (LogTail.Following following = tail.follow(name, view, buffer::add)) {
            List<String> first = newest.get();
            buffer.skip(first);
            send(response, ": following " + name + "\n\n");
            for (String line : first) {
                send(response, event(line));
            }
            sendFurther(response, buffer);
        }
    }

    private static void sendFurther(Response response, LineBuffer buffer) throws IOException {
        try {
            while (true) {
                String line = buffer.next();
                send(response, line == null ? ": still here\n\n" : event(line));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the runtime stops", e);
        }
    }

    private static String event(String line) {
        return "data: " + line.replace("\r", "").replace("\n", "\ndata: ") + "\n\n";
    }

    private static void send(Response response, String event) throws IOException {
        Content.Sink.write(response, false, ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)));
    }
}
