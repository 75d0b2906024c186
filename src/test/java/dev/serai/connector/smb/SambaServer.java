package dev.serai.connector.smb;

import dev.serai.connector.Point;
import dev.serai.connector.ProcessSystem;
import dev.serai.fixture.server.DebianProgram;
import dev.serai.fixture.server.ServerProcess.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Samba, unpacked, with one share for the user that runs the test. */
final class SambaServer extends ProcessSystem {

    static final String PASSWORD = "correct-horse-battery";
    static final String SHARE = "exchange";

    private static final List<String> PACKAGES = List.of(
            "samba",
            "samba-common-bin",
            "samba-libs",
            "libldb2",
            "liblmdb0",
            "libpopt0",
            "libtalloc2",
            "libtdb1",
            "libtevent0",
            "libwbclient0",
            "libtirpc3");

    /** With names that are looked up as they are: otherwise the whole folder is read for each one that is not taken. */
    private static final String CONFIGURATION = """
            [global]
            server role = standalone server
            workgroup = SERAI
            netbios name = SERAI
            interfaces = 127.0.0.1/8
            bind interfaces only = yes
            smb ports = %1$d
            server min protocol = SMB2
            map to guest = never
            passdb backend = tdbsam:%2$s/users.tdb
            private dir = %2$s/private
            lock directory = %2$s/lock
            state directory = %2$s/state
            cache directory = %2$s/cache
            pid directory = %2$s/pid
            ncalrpc dir = %2$s/rpc
            log file = %2$s/samba.log
            max log size = 1000
            load printers = no
            disable spoolss = yes
            printing = bsd
            printcap name = /dev/null
            [%3$s]
            path = %2$s/files
            read only = no
            case sensitive = yes
            store dos attributes = no
            oplocks = no
            """;

    private final DebianProgram program;
    private Path folder = Path.of("");

    SambaServer() {
        super("smb");
        program = DebianProgram.of("samba", PACKAGES)
                .orElseThrow(() -> new AssertionError("Samba cannot be had; it is fetched by apt-get download"));
    }

    @Override
    protected Command command(Path place) throws IOException {
        folder = place.toRealPath();
        for (String part : List.of("files", "private", "lock", "state", "cache", "pid", "rpc")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(configuration(), CONFIGURATION.formatted(port(), folder, SHARE));
        addUser();
        return command("smbd", List.of("sh", "-c", serving()));
    }

    /** From nothing: it ends, and its group of processes with it, as soon as a pipe that it reads from does. */
    private String serving() {
        return "exec '" + program.file("usr/sbin/smbd") + "' --foreground --log-basename='" + folder
                + "' --configfile='" + configuration() + "' </dev/null";
    }

    private void addUser() {
        String add = "printf '%s\\n%s\\n' '" + PASSWORD + "' '" + PASSWORD + "' | '" + program.file("usr/bin/pdbedit")
                + "' --configfile='" + configuration() + "' --create --password-from-stdin --user='" + user() + "'";
        command("pdbedit", List.of("sh", "-c", add)).run();
    }

    private Command command(String name, List<String> words) {
        String libraries = program.libraries();
        return Command.atPort(name, words, folder, port())
                .with(Map.of("LD_LIBRARY_PATH", libraries + ":" + libraries.replace("-gnu", "-gnu/samba")));
    }

    private Path configuration() {
        return folder.resolve("smb.conf");
    }

    /** Samba serves a user of the machine. */
    private static String user() {
        return System.getProperty("user.name");
    }

    /** Where the share's files lie. */
    Path files() {
        return folder.resolve("files");
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(port()),
                "share",
                SHARE,
                "user",
                user(),
                "password",
                PASSWORD);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-horse");
    }

    @Override
    public String saysWrongCredentials() {
        return "STATUS_LOGON_FAILURE";
    }

    @Override
    public String sink(String channel) {
        return channel + "?allowNullBody=true";
    }

    @Override
    public String source(String channel) {
        return channel + "?delete=true&initialDelay=0&delay=500&greedy=true";
    }

    /** A file's name ends with a hexadecimal digit: each reader takes two of them. One waits for nine answers of the server with each file. */
    @Override
    public List<String> sources(String channel) {
        return Stream.of("01", "23", "45", "67", "89", "AB", "CD", "EF")
                .map(last -> source(channel) + "&include=.*[" + last + "]")
                .toList();
    }

    @Override
    public Map<Point, String> limits() {
        return Map.of(Point.HEADERS, "a file has a name and no headers");
    }
}
