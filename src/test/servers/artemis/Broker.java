import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Runs a broker as a broker.xml says, for one user who may do everything. Started from source, with the broker's jars as class path. */
public final class Broker {

    private Broker() {}

    /** @param arguments the file, the user, the password */
    public static void main(String[] arguments) throws Exception {
        // It would write down each message that comes and goes, which takes longer than the message itself.
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.activemq.audit", "warn");
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(arguments[1], arguments[2]);
        users.addRole(arguments[1], "all");
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager reader = new FileDeploymentManager(Path.of(arguments[0]).toUri().toString());
        reader.addDeployable(configuration).readConfiguration();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
    }
}
