package dev.serai.console.hawtio;

import dev.serai.management.security.audit.AuditTrail;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * Hawtio at {@code /hawtio}, in this process: its pages, Serai's own pages beside them, and Jolokia, through which they see MBeans. Who calls is
 * found out before a request gets here. Little of it is loaded before the first request.
 */
public final class HawtioConsole implements AutoCloseable {

    static final String PATH = "/hawtio";
    private static final ObjectName LOG = WrittenRules.pattern("hawtio:type=LogQuery");

    private final MBeanServer mbeans = ManagementFactory.getPlatformMBeanServer();
    private final LogQuery log;
    private final JolokiaAgent agent;
    private final ConsoleFiles files;

    private HawtioConsole(LogQuery log, JolokiaAgent agent, ConsoleFiles files) {
        this.log = log;
        this.agent = agent;
        this.files = files;
    }

    /**
     * Begins to keep log lines for the log page.
     *
     * @param texts its page and its configuration
     * @param audit takes every act on an MBean on record
     * @param known hides secrets that are known by their value
     */
    public static HawtioConsole open(ConsoleTexts texts, AuditTrail audit, UnaryOperator<String> known) {
        HawtioConsole console = new HawtioConsole(
                LogQuery.open(), new JolokiaAgent(audit, new AnswerMasking(known)), new ConsoleFiles(texts));
        console.register();
        return console;
    }

    /** What is to be served on the management port. */
    public List<ContextHandler> contexts() {
        return List.of(new JolokiaHandler(agent).at(PATH + "/jolokia"), files.at(PATH));
    }

    /** Of two runtimes in one process the one that was started last is asked. */
    private void register() {
        try {
            unregister();
            mbeans.registerMBean(log, LOG);
        } catch (JMException e) {
            throw new IllegalStateException("the console's log page cannot be offered", e);
        }
    }

    private void unregister() throws JMException {
        if (mbeans.isRegistered(LOG)) {
            mbeans.unregisterMBean(LOG);
        }
    }

    @Override
    public void close() throws JMException {
        unregister();
        log.close();
        agent.close();
    }
}
