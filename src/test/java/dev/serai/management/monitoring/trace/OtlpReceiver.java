package dev.serai.management.monitoring.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * Takes OTLP over HTTP and reads it with the protocol's official message definitions. No receiver that others wrote can be had from a package
 * registry for Java, Node or Debian 12; a collector beside it may be given by hand, as the documentation shows.
 */
public final class OtlpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final Map<String, String> resource = new ConcurrentHashMap<>();
    private final Map<String, String> echoed = new ConcurrentHashMap<>();

    private OtlpReceiver(HttpServer server) {
        this.server = server;
    }

    public static OtlpReceiver start() throws IOException {
        OtlpReceiver receiver = new OtlpReceiver(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        receiver.server.createContext("/v1/traces", receiver::take);
        receiver.server.createContext("/echo", receiver::echo);
        receiver.server.start();
        return receiver;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }

    Map<String, String> resource() {
        return Map.copyOf(resource);
    }

    /** A header of the last message that was sent to {@code /echo}; empty when it had none of that name. */
    String echoed(String header) {
        return echoed.getOrDefault(header, "");
    }

    public static String hex(com.google.protobuf.ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    static String attribute(Span span, String name) {
        return text(span.getAttributesList(), name);
    }

    private static String text(List<KeyValue> attributes, String name) {
        return attributes.stream()
                .filter(one -> one.getKey().equals(name))
                .map(one -> one.getValue().hasIntValue()
                        ? String.valueOf(one.getValue().getIntValue())
                        : one.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            for (ResourceSpans some : ExportTraceServiceRequest.parseFrom(in).getResourceSpansList()) {
                List.of("service.name", "service.instance.id", "service.version")
                        .forEach(name ->
                                resource.put(name, text(some.getResource().getAttributesList(), name)));
                some.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
            }
        }
        answer(
                exchange,
                "application/x-protobuf",
                ExportTraceServiceResponse.getDefaultInstance().toByteArray());
    }

    private void echo(HttpExchange exchange) throws IOException {
        exchange.getRequestHeaders()
                .forEach((name, values) -> echoed.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        exchange.getRequestBody().readAllBytes();
        answer(exchange, "text/plain", "echo".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
