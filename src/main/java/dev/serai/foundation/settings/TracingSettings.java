package dev.serai.foundation.settings;

import java.util.List;

/**
 * Traces, {@code serai.tracing.*}.
 *
 * @param endpoint see {@link #ENDPOINT}
 * @param sampleRatio see {@link #SAMPLE_RATIO}
 * @param headers see {@link #HEADERS}
 */
public record TracingSettings(String endpoint, double sampleRatio, Secret headers) {

    public static final Key<String> ENDPOINT = Key.of(
            "serai.tracing.endpoint",
            Kind.HTTP_URL,
            "",
            "Where OpenTelemetry spans are sent, as OTLP over HTTP, such as http://localhost:4318/v1/traces",
            "Empty: nothing is traced, and nothing of it is loaded");
    public static final Key<Double> SAMPLE_RATIO = Key.of(
            "serai.tracing.sample-ratio",
            Kind.RATIO,
            "0.1",
            "Share of the messages that begin here and are traced",
            "A message that comes with a trace of its own follows that one's decision");
    public static final Key<Secret> HEADERS = Key.of(
            "serai.tracing.headers",
            Kind.SECRET,
            "",
            "Headers for the receiver, as name=value with commas between, such as an API key",
            "Never shown, in no log and no explanation");

    public static final List<Key<?>> KEYS = List.of(ENDPOINT, SAMPLE_RATIO, HEADERS);

    public TracingSettings {
        ENDPOINT.check(endpoint);
        SAMPLE_RATIO.check(sampleRatio);
    }

    public boolean isOn() {
        return !endpoint.isEmpty();
    }

    public static TracingSettings from(Values values) {
        return new TracingSettings(values.get(ENDPOINT), values.get(SAMPLE_RATIO), values.get(HEADERS));
    }
}
