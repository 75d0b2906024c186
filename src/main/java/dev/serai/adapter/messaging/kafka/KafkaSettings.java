package dev.serai.adapter.messaging.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/** What all clients of a connection have in common: where the brokers are, and how to log in. */
public final class KafkaSettings {

    private static final String PEM = "PEM";

    private String brokers = "";
    private String security = "PLAINTEXT";
    private String mechanism = "";
    private String user = "";
    private String password = "";
    private String certificates = "";
    private String clientCertificate = "";
    private int deliveryTimeout = 30_000;

    /** Brokers to begin with, as host:port, separated by commas. */
    public void setBrokers(String brokers) {
        this.brokers = brokers;
    }

    /** PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL. */
    public void setSecurity(String security) {
        this.security = security;
    }

    /** PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512. */
    public void setMechanism(String mechanism) {
        this.mechanism = mechanism;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** PEM file of the authorities that the brokers' certificates are issued by. */
    public void setCertificates(String certificates) {
        this.certificates = certificates;
    }

    /** PEM file with a private key and its certificate. */
    public void setClientCertificate(String clientCertificate) {
        this.clientCertificate = clientCertificate;
    }

    /** Milliseconds for which it is tried to send a message. */
    public void setDeliveryTimeout(int deliveryTimeout) {
        this.deliveryTimeout = deliveryTimeout;
    }

    String brokers() {
        return brokers;
    }

    /** The properties of any client. */
    Properties client() {
        Properties properties = new Properties();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, security);
        if (security.startsWith("SASL")) {
            properties.put(SaslConfigs.SASL_MECHANISM, mechanism);
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, login());
        }
        pem(properties, certificates, SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG);
        pem(
                properties,
                clientCertificate,
                SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);
        return properties;
    }

    private String login() {
        String module = mechanism.startsWith("SCRAM") ? "scram.ScramLoginModule" : "plain.PlainLoginModule";
        return "org.apache.kafka.common.security." + module + " required username=" + quoted(user) + " password="
                + quoted(password) + ";";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void pem(Properties properties, String file, String type, String location) {
        if (!file.isEmpty()) {
            properties.putAll(Map.of(type, PEM, location, file));
        }
    }

    /** Lets a producer give up in time: also while it looks for the topic. A request cannot be waited for longer than that. */
    void limit(Properties producer) {
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout);
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deliveryTimeout);
        int linger = Integer.parseInt(String.valueOf(producer.getOrDefault(ProducerConfig.LINGER_MS_CONFIG, 0)));
        int request = Integer.parseInt(
                String.valueOf(producer.getOrDefault(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 30_000)));
        producer.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, Math.min(request, deliveryTimeout - linger)));
    }
}
