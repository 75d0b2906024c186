package dev.serai.management.monitoring.metrics;

import java.util.List;

/**
 * Every metric that Serai itself tells; the JVM's come from Micrometer under its names. The names are API: what is renamed or removed breaks
 * dashboards and alerts that others wrote. Prometheus adds {@code _total} to counters and {@code _info} to infos.
 */
public enum Metric {
    BUILD("serai", Type.INFO, "The version of Serai and of its JDK", "version", "java"),
    INTEGRATION(
            "serai_integration",
            Type.INFO,
            "An integration's active version and state",
            "integration",
            "version",
            "state"),
    INTEGRATION_UP(
            "serai_integration_up",
            Type.GAUGE,
            "1 while a version serves that shall, 0 while none does",
            "integration"),
    ROUTES("serai_routes", Type.GAUGE, "Routes of the active version", "integration"),
    ROUTES_STARTED("serai_routes_started", Type.GAUGE, "Those of them that are started", "integration"),
    SCRAPE_FAILURES(
            "serai_scrape_failures", Type.COUNTER, "Parts of a scrape that are missing because what knows them failed"),
    LEFTOVERS("serai_leftover_threads", Type.GAUGE, "Threads that integrations left behind and that cannot be ended"),

    DEPLOYMENTS("serai_deployments", Type.COUNTER, "New contents that went live", "integration"),
    DEPLOYMENT_DURATION("serai_deployment_duration_seconds", Type.SUMMARY, "From new content to live", "integration"),
    REFUSALS("serai_refusals", Type.COUNTER, "New contents that were refused", "integration"),
    ROLLBACKS("serai_rollbacks", Type.COUNTER, "Versions that were brought back", "integration"),
    SWITCH_DURATION(
            "serai_switch_duration_seconds", Type.SUMMARY, "Switches from one version to the next", "integration"),
    START_FAILURES(
            "serai_start_failures", Type.COUNTER, "Versions that shall run and could not be started", "integration"),

    CANARY_SHARE(
            "serai_canary_share",
            Type.GAUGE,
            "Share of the HTTP requests, from 0 to 1, that a version on probation takes",
            Labels.VERSION),
    PROMOTIONS("serai_canary_promotions", Type.COUNTER, "Versions that passed their probation", "integration"),
    TAKEBACKS(
            "serai_canary_takebacks",
            Type.COUNTER,
            "Versions that were taken back because they were worse than the one before",
            "integration"),

    EXCHANGES("serai_exchanges", Type.COUNTER, "Messages that entered the integration and are done", "integration"),
    EXCHANGES_FAILED(
            "serai_exchanges_failed", Type.COUNTER, "Those of them that failed or became dead letters", "integration"),
    EXCHANGE_DURATION(
            "serai_exchange_duration_seconds",
            Type.HISTOGRAM,
            "From entering the integration until done",
            "integration"),
    EXCHANGES_INFLIGHT("serai_exchanges_inflight", Type.GAUGE, "Messages on their way", "integration"),
    EXCHANGE_LAST("serai_exchange_last_timestamp_seconds", Type.GAUGE, "When the last message was done", "integration"),
    HTTP_REQUESTS("serai_http_requests", Type.COUNTER, "HTTP requests that a version answered", Labels.VERSION),
    HTTP_FAILED(
            "serai_http_requests_failed",
            Type.COUNTER,
            "Those of them that were answered with a status from 500 up, or not at all",
            Labels.VERSION),
    HTTP_DURATION(
            "serai_http_request_duration_seconds",
            Type.HISTOGRAM,
            "From an HTTP request's entering the version until it is answered",
            Labels.VERSION),
    HTTP_INFLIGHT("serai_http_requests_inflight", Type.GAUGE, "HTTP requests that are not answered yet", "integration"),

    LETTERS_KEPT("serai_dead_letters_kept", Type.COUNTER, "Messages kept as dead letters", "integration"),
    LETTERS_REDRIVEN("serai_dead_letters_redriven", Type.COUNTER, "Dead letters that arrived after all", "integration"),
    LETTERS_DISCARDED(
            "serai_dead_letters_discarded", Type.COUNTER, "Dead letters that a person gave up", "integration"),
    LETTERS_WAITING("serai_dead_letters_waiting", Type.GAUGE, "Dead letters that wait for a person", "integration"),

    EVENTS_PUBLISHED("serai_events_published", Type.COUNTER, "Events published", "integration"),
    EVENTS_DELIVERED("serai_events_delivered", Type.COUNTER, "Events that a subscriber has done with", "integration"),
    EVENTS_WAITING("serai_events_waiting", Type.GAUGE, "Events that a subscriber has not done with", "integration"),

    CONNECTION("serai_connection", Type.INFO, "A connection and its connector", "connection", "connector"),
    CONNECTION_UP(
            "serai_connection_up",
            Type.GAUGE,
            "1 while the system behind it answers, 0 while it does not",
            "connection"),
    CONNECTION_CIRCUIT_OPEN(
            "serai_connection_circuit_open",
            Type.GAUGE,
            "1 while its circuit is open and nothing is sent, 0.5 while a few calls are let through, 0 while it is closed",
            "connection"),
    CONNECTION_LATENCY("serai_connection_latency_seconds", Type.GAUGE, "How long it took to answer", "connection"),

    CONNECTION_WAITING(
            "serai_connection_waiting",
            Type.GAUGE,
            "Messages in a topic, queue or table that its consumers have not received yet",
            "connection",
            "group",
            "source"),

    ANOMALIES("serai_anomalies_open", Type.GAUGE, "Anomalies of routes and connections that last"),
    ANOMALY("serai_anomaly", Type.GAUGE, "1 for each anomaly that lasts", "subject", "measure"),

    STORE_CONNECTIONS("serai_store_connections", Type.GAUGE, "The store's database connections", "state"),
    STORE_WAITING("serai_store_connections_waiting", Type.GAUGE, "Threads that wait for one of them"),

    CAMEL_TOTAL("camel_exchanges", Type.COUNTER, "Total number of processed exchanges", Labels.ROUTE),
    CAMEL_SUCCEEDED(
            "camel_exchanges_succeeded", Type.COUNTER, "Number of successfully completed exchanges", Labels.ROUTE),
    CAMEL_FAILED("camel_exchanges_failed", Type.COUNTER, "Number of failed exchanges", Labels.ROUTE),
    CAMEL_HANDLED("camel_exchanges_failures_handled", Type.COUNTER, "Number of failures handled", Labels.ROUTE),
    CAMEL_REDELIVERED(
            "camel_exchanges_external_redeliveries",
            Type.COUNTER,
            "Number of external initiated redeliveries (such as from JMS broker)",
            Labels.ROUTE),
    CAMEL_INFLIGHT("camel_exchanges_inflight", Type.GAUGE, "Exchanges that are in the route", Labels.ROUTE),
    CAMEL_DURATION("camel_route_policy_seconds", Type.SUMMARY, "Route performance metrics", Labels.ROUTE);

    /** How Prometheus understands the values. */
    public enum Type {
        COUNTER("counter", "_total"),
        GAUGE("gauge", ""),
        HISTOGRAM("histogram", ""),
        INFO("gauge", "_info"),
        SUMMARY("summary", "");

        private final String word;
        private final String suffix;

        Type(String word, String suffix) {
            this.word = word;
            this.suffix = suffix;
        }
    }

    private static final class Labels {
        private static final String[] VERSION = {"integration", "version"};

        /** Camel's own, and the two that Serai adds. */
        private static final String[] ROUTE = {"integration", "version", "camelContext", "kind", "eventType", "routeId"
        };
    }

    private final String base;
    private final Type type;
    private final String help;
    private final List<String> labels;

    Metric(String base, Type type, String help, String... labels) {
        this.base = base;
        this.type = type;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** As it stands in the text that Prometheus reads. */
    public String seriesName() {
        return base + type.suffix;
    }

    /** As it stands behind {@code # TYPE}. */
    public String typeWord() {
        return type.word;
    }

    String base() {
        return base;
    }

    Type type() {
        return type;
    }

    public String help() {
        return help;
    }

    public List<String> labels() {
        return labels;
    }
}
