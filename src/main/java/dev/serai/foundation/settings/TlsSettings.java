package dev.serai.foundation.settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * TLS of both ports, {@code serai.http.tls.*} and {@code serai.management.tls.*}.
 *
 * @param http the port of the integrations
 * @param management the management port
 */
public record TlsSettings(PortTls http, PortTls management) {

    public static final TlsKeys HTTP = TlsKeys.of("serai.http");
    public static final TlsKeys MANAGEMENT = TlsKeys.of("serai.management");

    public static final List<Key<?>> KEYS =
            Stream.concat(HTTP.all().stream(), MANAGEMENT.all().stream()).toList();

    public static TlsSettings from(Values values) {
        return new TlsSettings(HTTP.from(values), MANAGEMENT.from(values));
    }
}
