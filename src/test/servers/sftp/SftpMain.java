import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** SFTP. Arguments: port, folder, user, password, file of the host key, file of the authorised keys. */
public final class SftpMain {

    private SftpMain() {}

    public static void main(String[] arguments) throws Exception {
        SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(Path.of(arguments[4]));
        hostKey.setAlgorithm("RSA");
        hostKey.setKeySize(2048);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(Integer.parseInt(arguments[0]));
        server.setKeyPairProvider(hostKey);
        server.setFileSystemFactory(new VirtualFileSystemFactory(Path.of(arguments[1])));
        server.setSubsystemFactories(List.of(new Tolerant()));
        // As other servers do: what was written reaches the disk in its own time. A server that is killed loses nothing of it.
        server.getProperties().put(SftpFileSystemAccessor.PROP_AUTO_SYNC_FILE_ON_CLOSE, false);
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals(arguments[2]) && password.equals(arguments[3]));
        if (Files.exists(Path.of(arguments[5]))) {
            server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(Path.of(arguments[5])));
        }
        server.start();
        Thread.currentThread().join();
    }

    /**
     * Lists a folder while its files come and go, as OpenSSH does; otherwise one that went away between its name and its size fails the whole
     * list. In its place the folder itself is told once more, which every client passes over.
     */
    private static final class Tolerant extends SftpSubsystemFactory {

        @Override
        public Command createSubsystem(ChannelSession channel) {
            return new SftpSubsystem(channel, this) {

                @Override
                protected void writeDirEntry(
                        int id,
                        DirectoryHandle dir,
                        Map<String, Path> entries,
                        Buffer buffer,
                        int index,
                        Path file,
                        String name,
                        LinkOption... options)
                        throws IOException {
                    try {
                        super.writeDirEntry(id, dir, entries, buffer, index, file, name, options);
                    } catch (NoSuchFileException e) {
                        super.writeDirEntry(id, dir, entries, buffer, index, dir.getFile(), ".", options);
                    }
                }
            };
        }
    }
}
