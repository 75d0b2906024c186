package dev.serai.management.lifecycle.deploy;

import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.CompiledClasses;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.language.groovy.GroovyScriptClassLoader;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Builds one Camel Main for one version: own context, registry, properties and class loader. Nothing runs yet. */
public final class ContextFactory {

    /**
     * Camel's check of those that write to file servers, by FTP, FTPS and SFTP alike. It asks over the connection that a message may be using at
     * this moment; from then on each command is given the answer to another, and a file that was not put in its place counts as written.
     */
    private static final String UNSAFE_CHECK = "producer:ftp-*";

    /** Something the runtime adds to every context before it is initialised: components, error handling, HTTP. */
    @FunctionalInterface
    public interface Attachment {
        void attach(CamelContext context, Content content);
    }

    /**
     * What a context is built of.
     *
     * @param version names the context: {@code orders@7}
     * @param bundle the files
     * @param classes the compiled Java classes
     * @param properties what {@code {{key}}} resolves to, {@code camel.*} keys included
     */
    public record Content(Version version, Bundle bundle, CompiledClasses classes, Map<String, String> properties) {
        public Content {
            properties = Map.copyOf(properties);
        }

        public String name() {
            return version.name();
        }

        public int number() {
            return version.number();
        }
    }

    private final boolean jmx;
    private final List<Attachment> attachments;

    /**
     * @param jmx whether contexts register MBeans; costs about 0.8 MB and 20 ms each
     * @param attachments added to every context, in this order
     */
    public ContextFactory(boolean jmx, List<Attachment> attachments) {
        this.jmx = jmx;
        this.attachments = List.copyOf(attachments);
    }

    /**
     * @param more attachments for this one context, after the common ones
     * @return a context that is not started
     */
    public IntegrationContext create(Content content, Attachment... more) {
        BundleClassLoader loader = new BundleClassLoader(
                content.version().label(),
                content.bundle(),
                content.classes(),
                new UsedPacks(ContextFactory.class.getClassLoader()));
        ExchangesInFlight inFlight = new ExchangesInFlight();
        Main main = new IntegrationMain();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(initialProperties(content));
        main.setRoutesCollector(new BundleRoutes(content.bundle(), content.classes(), loader));
        main.configure()
                .withName(content.version().label())
                .withJmxEnabled(jmx)
                .withAutoStartup(false)
                .withInflightRepositoryBrowseEnabled(true)
                .withRoutesCollectorEnabled(true);
        main.configure()
                .health()
                .withInitialState("UNKNOWN")
                .withExcludePattern(UNSAFE_CHECK)
                .setProducersEnabled(true);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport support) {
                CamelContext context = support.getCamelContext();
                context.setApplicationContextClassLoader(loader);
                context.getCamelContextExtension()
                        .addContextPlugin(GroovyScriptClassLoader.class, new GroovyScriptClassLoader(loader));
                context.setInflightRepository(inFlight.repository());
                attachments.forEach(attachment -> attachment.attach(context, content));
                List.of(more).forEach(attachment -> attachment.attach(context, content));
            }
        });
        return new IntegrationContext(content.version(), main, loader, inFlight);
    }

    private static Properties initialProperties(Content content) {
        Properties properties = new Properties();
        content.properties().forEach((key, value) -> {
            if (!key.startsWith("camel.server.") && !key.startsWith("camel.management.")) {
                properties.setProperty(key, value);
            }
        });
        return properties;
    }
}
