import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
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
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals(arguments[2]) && password.equals(arguments[3]));
        if (Files.exists(Path.of(arguments[5]))) {
            server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(Path.of(arguments[5])));
        }
        server.start();
        Thread.currentThread().join();
    }
}
