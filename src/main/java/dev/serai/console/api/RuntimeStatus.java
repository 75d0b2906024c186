package dev.serai.console.api;

import java.time.Instant;
import java.util.List;

/**
 * The running Serai.
 *
 * @param version Serai's version
 * @param pid its process
 * @param home its home folder
 * @param ports where it listens
 * @param jdk the Java that runs it
 * @param since when it started
 * @param leftovers what it keeps that an integration left behind and that could not be ended
 */
public record RuntimeStatus(
        String version, long pid, String home, Ports ports, String jdk, Instant since, List<String> leftovers) {

    public RuntimeStatus {
        leftovers = List.copyOf(leftovers);
    }

    /**
     * @param http the integrations' HTTP server
     * @param management the management API
     */
    public record Ports(int http, int management) {}
}
