package dev.serai.adapter.messaging.kafka;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks the brokers for the cluster's id, with a client of its own that ends with the question. */
public final class KafkaProbe implements Callable<String> {

    private static final int PATIENCE_MILLIS = 5_000;

    private String brokers = "";

    /** Brokers to begin with, as host:port, separated by commas. */
    public void setBrokers(String brokers) {
        this.brokers = brokers;
    }

    /** @throws Exception when no broker answers within five seconds */
    @Override
    public String call() throws Exception {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
