package dev.serai.connector.artemis;

import dev.serai.fixture.PemFiles;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import dev.serai.foundation.tls.SelfSigned;
import dev.serai.foundation.tls.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One broker with a journal, that speaks its own protocol, AMQP and MQTT, with and without TLS, and asks who comes. What it has written outlives
 * the kill of its process without being forced to the disk, which would take the longest of all on a busy machine.
 */
public final class ArtemisServer implements AutoCloseable {

    public static final String USER = "serai";
    public static final String PASSWORD = "correct-horse-battery";

    private static final Path SOURCE =
            Path.of("src/test/servers/artemis/Broker.java").toAbsolutePath();

    private static final String CONFIGURATION = """
            <configuration xmlns="urn:activemq">
              <core xmlns="urn:activemq:core">
                <name>test</name>
                <persistence-enabled>true</persistence-enabled>
                <journal-type>NIO</journal-type>
                <journal-directory>%1$s/journal</journal-directory>
                <bindings-directory>%1$s/bindings</bindings-directory>
                <large-messages-directory>%1$s/large</large-messages-directory>
                <paging-directory>%1$s/paging</paging-directory>
                <journal-buffer-timeout>500000</journal-buffer-timeout>
                <journal-datasync>false</journal-datasync>
                <critical-analyzer>false</critical-analyzer>
                <max-disk-usage>-1</max-disk-usage>
                <acceptors>
                  <acceptor name="plain">tcp://127.0.0.1:%2$d?protocols=CORE,AMQP,MQTT</acceptor>
                  <acceptor name="tls">tcp://127.0.0.1:%3$d?protocols=CORE,AMQP,MQTT;sslEnabled=true;keyStoreType=PEM;keyStorePath=%1$s/own.pem</acceptor>
                </acceptors>
                <security-settings>
                  <security-setting match="#">
                    <permission type="createNonDurableQueue" roles="all"/>
                    <permission type="deleteNonDurableQueue" roles="all"/>
                    <permission type="createDurableQueue" roles="all"/>
                    <permission type="deleteDurableQueue" roles="all"/>
                    <permission type="createAddress" roles="all"/>
                    <permission type="deleteAddress" roles="all"/>
                    <permission type="consume" roles="all"/>
                    <permission type="browse" roles="all"/>
                    <permission type="send" roles="all"/>
                  </security-setting>
                </security-settings>
                <address-settings>
                  <address-setting match="#">
                    <max-delivery-attempts>10</max-delivery-attempts>
                    <dead-letter-address>DLQ</dead-letter-address>
                    <auto-create-dead-letter-resources>true</auto-create-dead-letter-resources>
                    <default-address-routing-type>ANYCAST</default-address-routing-type>
                    <auto-delete-queues>false</auto-delete-queues>
                    <auto-delete-addresses>false</auto-delete-addresses>
                  </address-setting>
                </address-settings>
              </core>
            </configuration>
            """;

    private final int port = Ports.free();
    private final int tlsPort = Ports.free();
    private final Path folder;
    private final ServerProcess process;

    private ArtemisServer(Path folder) throws IOException {
        this.folder = folder;
        TlsIdentity own = SelfSigned.create("broker", List.of("localhost", "127.0.0.1"), Duration.ofDays(2));
        PemFiles.write(folder, own);
        Files.writeString(
                folder.resolve("own.pem"),
                Files.readString(folder.resolve("certificate.pem")) + Files.readString(folder.resolve("key.pem")));
        Path file = Files.writeString(folder.resolve("broker.xml"), CONFIGURATION.formatted(folder, port, tlsPort));
        JavaServer artemis = JavaServer.named("artemis");
        this.process =
                new ServerProcess(artemis.command(folder, port, SOURCE.toString(), file.toString(), USER, PASSWORD));
    }

    /** Starts it for the first time. */
    public static ArtemisServer start(Path folder) throws IOException {
        ArtemisServer server = new ArtemisServer(folder);
        server.restart();
        return server;
    }

    public void kill() {
        process.kill();
    }

    public void restart() {
        process.start();
    }

    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    /** The certificate that it shows, as its own authority. */
    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    @Override
    public void close() {
        process.close();
    }
}
