package dev.serai.connector;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real system and how a connection reaches it. A <em>channel</em> is whatever holds messages there: a topic, a queue, a table, a folder; the
 * suite uses those in {@link ConnectorContract#CHANNELS}.
 */
public interface SystemUnderTest extends AutoCloseable {

    /** Name of the connector's folder. */
    String connector();

    /** Starts the system for the first time, on free ports of the loopback interface, with all channels there. */
    void start(Path folder) throws Exception;

    /** Ends it as {@code kill -9} does. */
    void kill() throws Exception;

    /** Starts it again, with the same ports and data. */
    void restart() throws Exception;

    /** The port that connections go to. */
    int port();

    /** Parameters of a connection that works; secrets as they are, the suite puts them into files. */
    Map<String, String> parameters();

    /** What differs in a connection with wrong credentials. */
    default Map<String, String> wrongCredentials() {
        return Map.of();
    }

    /** A pattern that is found in what is said of wrong credentials, by the connection's test and by the dead letter. */
    default String saysWrongCredentials() {
        return "";
    }

    /** What differs in a connection to a port where nobody listens. */
    default Map<String, String> unreachable(int port) {
        return Map.of("port", String.valueOf(port));
    }

    /** A pattern that is found in what is said of a host that does not answer. */
    default String saysUnreachable(int port) {
        return "(?i)refused|unreachable";
    }

    /**
     * Steps of a route, as YAML, that hand the message to a channel. Of a message that holds {@code byte[]} or nothing, and the headers
     * {@code ContractText} and {@code ContractNumber}.
     */
    default String send(String connection, String channel) {
        return "- to: " + quoted(connection + ":" + sink(channel));
    }

    /** The endpoint of a channel to send to, without its scheme. */
    default String sink(String channel) {
        return channel;
    }

    /** The endpoint of a channel to receive from, without its scheme. */
    String source(String channel);

    /** The endpoints that receive from a channel side by side, each its share, where one alone would be slow. */
    default List<String> sources(String channel) {
        return List.of(source(channel));
    }

    /** Steps that make of what is received what was sent, as YAML; none when it is that already. */
    default String received(String channel) {
        return "";
    }

    /** Puts messages into a channel by the system's own client; only asked of a connector that is no sink. */
    default void put(String channel, List<String> bodies) throws Exception {
        throw new UnsupportedOperationException(connector() + " is a sink");
    }

    /** Puts one message into a channel, which may be no text. */
    default void put(String channel, byte[] body) throws Exception {
        put(channel, List.of(new String(body, StandardCharsets.UTF_8)));
    }

    /** What a channel holds, read by the system's own client; only asked of a connector that is no source. */
    default List<String> contents(String channel) throws Exception {
        throw new UnsupportedOperationException(connector() + " is a source");
    }

    /** The points that it cannot meet, each with the reason as the connector's README says it. */
    default Map<Point, String> limits() {
        return Map.of();
    }

    /** Further settings of the Serai that is tested. */
    default Map<String, String> settings() {
        return Map.of();
    }

    @Override
    void close() throws Exception;

    /** A text as a value of YAML. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
