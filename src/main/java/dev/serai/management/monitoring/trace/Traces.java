package dev.serai.management.monitoring.trace;

import dev.serai.foundation.settings.TracingSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;

/** The traces of a runtime, sent by OTLP over HTTP. It is only made where an endpoint is set. */
public final class Traces implements AutoCloseable {

    private static final int MOST_WAITING = 8_192;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LAST_WAIT_SECONDS = 5;

    /** The exporter tells its troubles to the JDK's logging; they are told once a minute here. Held, because the JDK forgets loggers. */
    private static final Logger EXPORTERS = Logger.getLogger("io.opentelemetry");

    private final SpanQueue queue;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * What became of the spans so far.
     *
     * @param sent accepted by the receiver
     * @param dropped more than could wait
     * @param failed not accepted, or the receiver did not answer
     */
    public record Counts(long sent, long dropped, long failed) {}

    private Traces(SpanQueue queue, Resource resource, double ratio) {
        this.queue = queue;
        this.provider = SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(queue)
                .build();
        this.tracer = provider.get("dev.serai");
    }

    /**
     * @param instance tells this runtime from others of the same service
     * @param version of Serai
     */
    public static Traces open(TracingSettings settings, String instance, String version) {
        EXPORTERS.setLevel(Level.OFF);
        String endpoint = endpoint(settings.endpoint());
        return new Traces(
                new SpanQueue(exporter(endpoint, settings), MOST_WAITING, endpoint),
                resource(instance, version),
                settings.sampleRatio());
    }

    /** A URL without a path means the path that the protocol names. */
    private static String endpoint(String url) {
        String path = URI.create(url).getPath();
        return path == null || path.isEmpty() || path.equals("/") ? url.replaceFirst("/$", "") + "/v1/traces" : url;
    }

    private static SpanExporter exporter(String endpoint, TracingSettings settings) {
        OtlpHttpSpanExporterBuilder builder = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(PATIENCE)
                .setCompression("gzip");
        for (String header : settings.headers().value().split(",")) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                builder.addHeader(
                        header.substring(0, equals).strip(),
                        header.substring(equals + 1).strip());
            }
        }
        return builder.build();
    }

    private static Resource resource(String instance, String version) {
        return Resource.getDefault()
                .merge(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), "serai",
                        AttributeKey.stringKey("service.instance.id"), instance,
                        AttributeKey.stringKey("service.version"), version)));
    }

    /** Begins to trace the messages of a context; to be called before it is initialised. */
    public void attach(CamelContext context, String integration, int version) {
        RoutePolicy spans = new RouteSpans(tracer, integration, version);
        context.getCamelContextExtension().addInterceptStrategy(new StepSpans(tracer, integration));
        context.addRoutePolicyFactory(new RoutePolicyFactory() {
            @Override
            public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
                return spans;
            }
        });
    }

    public Counts counts() {
        return queue.counts();
    }

    /** Sends what still waits, for a few seconds at most. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    }
}
