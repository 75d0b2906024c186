package dev.serai.adapter.messaging.kafka;

import dev.serai.foundation.ContextLoader;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks the brokers for the cluster's id, with a client of its own that ends with the question. */
public final class KafkaProbe implements Callable<String> {

    private static final int PATIENCE_MILLIS = 5_000;

    private KafkaSettings settings = new KafkaSettings();

    /** Where the brokers are, and how to log in. */
    public void setSettings(KafkaSettings settings) {
        this.settings = settings;
    }

    /** @throws Exception when no broker answers within five seconds, or does not let the user in */
    @Override
    public String call() throws Exception {
        Properties properties = settings.client();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = admin(properties)) {
            return admin.describeCluster().clusterId().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException ? away() : e;
        } catch (TimeoutException e) {
            throw away();
        }
    }

    /** Kafka looks for its login modules with the thread's class loader. */
    private static Admin admin(Properties properties) {
        return ContextLoader.of(KafkaProbe.class, () -> Admin.create(properties));
    }

    private TimeoutException away() {
        return new TimeoutException("no broker answers at " + settings.brokers() + " within "
                + TimeUnit.MILLISECONDS.toSeconds(PATIENCE_MILLIS) + " s");
    }
}
