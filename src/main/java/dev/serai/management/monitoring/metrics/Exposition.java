package dev.serai.management.monitoring.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Prometheus reads. Nothing of Micrometer is loaded before the first scrape: what is counted until then is counted without it.
 */
public final class Exposition implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exposition.class);

    private final List<Samples.Source> sources;
    private final LongAdder failures = new LongAdder();
    private @Nullable Opened opened;

    /** @param sources asked at each scrape */
    public Exposition(List<Samples.Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Writes all metrics.
     *
     * @param accept what the reader accepts, as it says in the header of that name: OpenMetrics if it names that, else Prometheus text
     * @return the media type of what was written
     */
    public String write(String accept, OutputStream out) throws IOException {
        return opened().write(accept, out);
    }

    private synchronized Opened opened() {
        if (opened == null) {
            opened = new Opened(() -> samples().snapshots());
        }
        return opened;
    }

    /** A part that fails, such as one that asks a store which is away, leaves the others alone. */
    private Samples samples() {
        Samples samples = new Samples();
        for (Samples.Source source : sources) {
            try {
                source.addTo(samples);
            } catch (RuntimeException e) {
                failures.increment();
                LOG.debug("a part of the metrics is missing", e);
            }
        }
        samples.add(Metric.SCRAPE_FAILURES, failures.sum());
        return samples;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    private static final class Opened implements AutoCloseable {

        private final PrometheusRegistry prometheus = new PrometheusRegistry();
        private final PrometheusMeterRegistry registry =
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, prometheus, Clock.SYSTEM);
        private final JvmGcMetrics collections = new JvmGcMetrics();
        private final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();
        private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();

        Opened(MultiCollector serai) {
            List.<MeterBinder>of(
                            new JvmInfoMetrics(),
                            new JvmMemoryMetrics(),
                            new JvmThreadMetrics(),
                            new ClassLoaderMetrics(),
                            new ProcessorMetrics(),
                            new UptimeMetrics(),
                            new FileDescriptorMetrics(),
                            collections)
                    .forEach(binder -> binder.bindTo(registry));
            prometheus.register(serai);
        }

        String write(String accept, OutputStream out) throws IOException {
            ExpositionFormatWriter writer = openMetrics.accepts(accept) ? openMetrics : text;
            writer.write(out, prometheus.scrape());
            return writer.getContentType();
        }

        @Override
        public void close() {
            collections.close();
            registry.close();
        }
    }
}
