package dev.serai.management.lifecycle.pipeline;

import dev.serai.management.lifecycle.pipeline.Monitoring.Level;
import java.util.Set;

/** Writes the route file of a pipeline: plain Camel YAML that a person can read, edit and keep. */
final class RouteFile {

    /** Components whose messages are lines or elements of one big message. */
    private static final Set<String> FILES = Set.of("file", "ftp", "ftps", "sftp", "smb", "stream");

    /** Components that take text or bytes, so that a group reaches them as lines. */
    private static final Set<String> TEXT = Set.of(
            "file",
            "ftp",
            "ftps",
            "sftp",
            "smb",
            "stream",
            "http",
            "https",
            "vertx-http",
            "netty-http",
            "kafka",
            "jms",
            "amqp",
            "paho-mqtt5",
            "spring-rabbitmq",
            "event");

    private final Pipeline pipeline;
    private final Steps file = new Steps();

    RouteFile(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    String text() {
        file.line("# " + pipeline.name() + " " + pipeline.summary() + ", mode " + pipeline.mode() + ".");
        switch (pipeline.mode()) {
            case DIRECT -> direct();
            case BATCH -> batch();
            case STREAMING -> streaming();
            case EVENT_DRIVEN -> eventDriven();
            case INTELLIGENT -> intelligent();
        }
        return file.toString();
    }

    private void direct() {
        file.line("# Each message is delivered before its source is told that it is done.");
        route(pipeline.name(), pipeline.source());
        threads(5);
        deliver(5, target());
    }

    private void batch() {
        Optimization optimization = pipeline.optimization();
        file.line("# Messages are collected; a group is delivered when it is full or its time is up.");
        file.line("# The source is told at once: a group being collected is delivered on a stop, but lost in a crash.");
        route(pipeline.name(), pipeline.source());
        boolean lines = TEXT.contains(scheme(target()));
        if (lines) {
            file.line(5, "- convertBodyTo: { type: String }");
        }
        file.line(5, "- aggregate:");
        file.line(7, "correlationExpression: { constant: { expression: all } }");
        file.line(
                7,
                "aggregationStrategy: \"#class:org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy\"");
        file.line(7, "completionSize: " + optimization.batchSize());
        file.line(7, "completionInterval: " + optimization.batchInterval().toMillis());
        file.line(7, "forceCompletionOnStop: true");
        file.line(7, "steps:");
        if (lines) {
            file.line(8, "- setBody: { groovy: { expression: \"body.join('\\\\n')\" } }");
        }
        threads(8);
        deliver(8, target());
    }

    private void streaming() {
        boolean lines = FILES.contains(scheme(pipeline.source()));
        file.line("# " + (lines ? "Lines" : "Elements of a list")
                + " are delivered one by one, in order, never all in memory.");
        file.line("# When too many are on their way, the source waits.");
        route(pipeline.name(), pipeline.source());
        file.line(5, "- split:");
        file.line(7, lines ? "tokenize: { token: \"\\n\" }" : "simple: { expression: \"${body}\" }");
        if (!lines) {
            file.line(7, "delimiter: \"false\"");
        }
        file.line(7, "streaming: true");
        file.line(7, "stopOnException: true");
        file.line(7, "steps:");
        file.line(8, "- throttle:");
        file.line(10, "mode: ConcurrentRequests");
        file.line(
                10,
                "expression: { constant: { expression: "
                        + pipeline.optimization().maxInFlight() + " } }");
        deliver(8, target());
    }

    private void eventDriven() {
        String topic = "event:" + pipeline.name();
        file.line("# The source announces each message as an event; the target is one of possibly many subscribers.");
        route(pipeline.name() + "-announce", pipeline.source());
        threads(5);
        file.line(5, "- to: { uri: " + Steps.quoted(topic) + " }");
        route(pipeline.name() + "-deliver", topic);
        deliver(5, target());
    }

    private void intelligent() {
        int others = pipeline.targets().size() - 1;
        file.line(
                "# The target that took the last message gets the next one; when it fails, the others are tried in turn.");
        route(pipeline.name(), pipeline.source());
        threads(5);
        compress(5);
        file.line(5, "- loadBalance:");
        file.line(7, "failoverLoadBalancer:");
        file.line(8, "sticky: true");
        file.line(8, "roundRobin: true");
        file.line(8, "maximumFailoverAttempts: " + others);
        file.line(7, "steps:");
        pipeline.targets().forEach(target -> file.line(8, "- to: { uri: " + Steps.quoted(target) + " }"));
        summary(5);
    }

    private void route(String id, String from) {
        boolean detail = pipeline.monitoring().level() == Level.DETAIL;
        file.line("- route:");
        file.line(2, "id: " + id);
        if (detail) {
            file.line(2, "trace: true");
            file.line(2, "messageHistory: true");
        }
        file.line(2, "from:");
        file.line(3, "uri: " + Steps.quoted(from));
        file.line(3, "steps:");
    }

    private void threads(int depth) {
        int threads = pipeline.optimization().concurrency();
        if (threads > 1) {
            file.line(
                    depth,
                    "- threads: { poolSize: " + threads + ", maxPoolSize: " + threads
                            + ", rejectedPolicy: CallerRuns }");
        }
    }

    private void deliver(int depth, String target) {
        compress(depth);
        file.line(depth, "- to: { uri: " + Steps.quoted(target) + " }");
        summary(depth);
    }

    private void compress(int depth) {
        if (pipeline.optimization().compression()) {
            file.line(depth, "- marshal: { gzipDeflater: {} }");
            file.line(depth, "- setHeader: { name: Content-Encoding, constant: { expression: gzip } }");
        }
    }

    private void summary(int depth) {
        if (pipeline.monitoring().level() != Level.NONE) {
            long millis = pipeline.monitoring().interval().toMillis();
            file.line(
                    depth,
                    "- to: { uri: "
                            + Steps.quoted("log:" + pipeline.name() + "?level=INFO&groupActiveOnly=true&groupInterval="
                                    + millis)
                            + " }");
        }
    }

    private String target() {
        return pipeline.targets().get(0);
    }

    private static String scheme(String uri) {
        return uri.substring(0, uri.indexOf(':'));
    }

    /** Lines of YAML. */
    private static final class Steps {

        private final StringBuilder text = new StringBuilder();

        void line(String line) {
            text.append(line).append('\n');
        }

        /** @param depth in half indentations of two spaces */
        void line(int depth, String line) {
            text.append("  ".repeat(depth)).append(line).append('\n');
        }

        static String quoted(String value) {
            return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
