package dev.serai.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code state/runtime.json}: where the runtime of a home is found, and the token that opens it. Only its owner can read it.
 *
 * @param pid the runtime's process
 * @param managementUrl the management port
 * @param httpUrl the integrations' HTTP server
 * @param token what every call must carry
 * @param startedAt when the runtime started
 * @param trust what TLS to the management port needs
 */
public record RuntimeFile(
        long pid, String managementUrl, String httpUrl, String token, Instant startedAt, RuntimeTrust trust) {

    private static final String NAME = "runtime.json";

    /** Clocks and process tables round; a process is another one only when it began later than this after the file's time. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);

    /** Of a runtime whose management port speaks plain HTTP. */
    public RuntimeFile(long pid, String managementUrl, String httpUrl, String token, Instant startedAt) {
        this(pid, managementUrl, httpUrl, token, startedAt, RuntimeTrust.NONE);
    }

    /** The same with what TLS needs. */
    public RuntimeFile with(RuntimeTrust other) {
        return new RuntimeFile(pid, managementUrl, httpUrl, token, startedAt, other);
    }

    /** The file of a home's state folder. */
    public static Path in(Path state) {
        return state.resolve(NAME);
    }

    /**
     * Reads the file.
     *
     * @return empty when there is none
     * @throws IOException when it cannot be read or is not whole
     */
    public static Optional<RuntimeFile> read(Path state) throws IOException {
        try {
            return Optional.of(parsed(Files.readString(in(state))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | NumberFormatException | DateTimeParseException e) {
            throw new IOException(in(state) + " is not whole; stop the runtime of this home, if any, and remove it", e);
        }
    }

    /** Whether the process that wrote the file still runs; false for one that was killed, also when its number was given anew. */
    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> start.isBefore(startedAt.plus(CLOCK_SLACK)))
                        .orElse(true))
                .isPresent();
    }

    /** Writes the file whole or not at all; from its first byte only its owner can read it. */
    public void write(Path state) throws IOException {
        Path draft = state.resolve(NAME + "." + ProcessHandle.current().pid() + ".tmp");
        Files.deleteIfExists(draft);
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(json().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, in(state), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the file, unless another runtime has written its own since. */
    public void remove(Path state) throws IOException {
        if (read(state).filter(this::equals).isPresent()) {
            Files.delete(in(state));
        }
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "runtime " + pid + " at " + managementUrl + " since " + startedAt;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("pid", pid);
            json.writeStringField("managementUrl", managementUrl);
            json.writeStringField("httpUrl", httpUrl);
            json.writeStringField("token", token);
            json.writeStringField("startedAt", startedAt.toString());
            if (!trust.certificates().isEmpty()) {
                json.writeStringField("managementCertificates", String.join(" ", trust.certificates()));
                json.writeStringField("clientCertificate", trust.clientCertificate());
                json.writeStringField("clientKey", trust.clientKey());
            }
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static RuntimeFile parsed(String text) throws IOException {
        Map<String, String> fields = fields(text);
        return new RuntimeFile(
                Long.parseLong(fields.getOrDefault("pid", "")),
                fields.getOrDefault("managementUrl", ""),
                fields.getOrDefault("httpUrl", ""),
                fields.getOrDefault("token", ""),
                Instant.parse(fields.getOrDefault("startedAt", "")),
                trust(fields));
    }

    private static RuntimeTrust trust(Map<String, String> fields) {
        String certificates = fields.getOrDefault("managementCertificates", "");
        return certificates.isEmpty()
                ? RuntimeTrust.NONE
                : new RuntimeTrust(
                        List.of(certificates.split(" ")),
                        fields.getOrDefault("clientCertificate", ""),
                        fields.getOrDefault("clientKey", ""));
    }

    private static Map<String, String> fields(String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                fields.put(field, json.getValueAsString(""));
                json.skipChildren();
            }
        }
        return fields;
    }
}
