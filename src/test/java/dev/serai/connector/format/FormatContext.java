package dev.serai.connector.format;

import dev.serai.engine.cloud.pack.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with the packs of the distribution, in which bodies are sent through data formats. */
final class FormatContext implements AutoCloseable {

    private final Packs packs = Packs.ofDistribution(Path.of("connectors"));
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    FormatContext() {
        context.disableJMX();
        packs.attachAlone(context);
        context.start();
        template.start();
    }

    void bind(String name, Object bean) {
        context.getRegistry().bind(name, bean);
    }

    DefaultCamelContext camel() {
        return context;
    }

    /** What becomes of a body in an endpoint such as dataformat:csv:unmarshal, with a charset. */
    Object send(String uri, Object body, String charset) {
        Map<String, Object> headers = new HashMap<>();
        Exchange done = template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
            exchange.setProperty(Exchange.CHARSET_NAME, charset);
        });
        if (done.getException() != null) {
            throw new IllegalStateException(done.getException());
        }
        return done.getMessage().getBody();
    }

    /** Marshals and takes the bytes. */
    byte[] marshal(String format, Object body, String charset) {
        Object bytes = send("dataformat:" + tail(format, "marshal"), body, charset);
        return context.getTypeConverter().convertTo(byte[].class, bytes);
    }

    Object unmarshal(String format, Object body, String charset) {
        return send("dataformat:" + tail(format, "unmarshal"), body, charset);
    }

    private static String tail(String format, String way) {
        String[] parts = format.split("\\?", 2);
        return parts[0] + ":" + way + (parts.length > 1 ? "?" + parts[1] : "");
    }

    @Override
    public void close() {
        template.stop();
        try {
            context.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packs.close();
    }
}
