package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Backlog;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Connector;
import dev.serai.foundation.Connector.Scope;
import dev.serai.foundation.Parameter;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.secret.SecretUris;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection as its file was at one time, with the beans it made. */
final class OpenConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnection.class);

    private final Connection connection;
    private final Configuration configuration;
    private final Packs packs;
    private final Map<String, Object> beans = new LinkedHashMap<>();
    private final Users users = new Users(this::end);
    private final Probe probe;
    private final Optional<Circuit> circuit;
    private boolean ended;
    private volatile List<Backlog> backlogs = List.of();

    OpenConnection(Connection connection, Configuration configuration, Packs packs) {
        this.packs = packs;
        this.connection = connection;
        this.configuration = configuration;
        this.probe = new Probe(this, packs);
        this.circuit = connection.circuit().map(settings -> new Circuit(connection.name(), settings));
    }

    Connection description() {
        return connection;
    }

    /** Who uses it. */
    Users users() {
        return users;
    }

    /** Its circuit; empty when it has none. */
    Optional<Circuit> circuit() {
        return circuit;
    }

    /** Asks the system; tells why it does not answer. */
    Optional<String> probe() {
        return probe.send();
    }

    /** A component for one context, over the beans that all contexts share. */
    Component component(CamelContext context, ComponentResolver components) throws Exception {
        Connector connector = connection.connector();
        packs.use(connector.name(), context);
        Component component = make(context, components);
        component.setCamelContext(context);
        ServiceHelper.buildService(component);
        Template template = template(context);
        bind(
                BeanProperties.of(context, component),
                values(context, connector.options(), template),
                "component " + connector.component());
        return connector.endpoint().isEmpty()
                ? component
                : new FilledEndpoints(component, connection, template, this::complete);
    }

    private Component make(CamelContext context, ComponentResolver components) throws Exception {
        Connector connector = connection.connector();
        if (!connector.componentClass().isEmpty()) {
            return (Component) instance("component", connector.componentClass());
        }
        Component component = components.resolveComponent(connector.component(), context);
        if (component == null) {
            throw new IllegalStateException("connection " + connection.name() + " (" + connection.place()
                    + "): this distribution lacks the component \"" + connector.component() + "\"");
        }
        return component;
    }

    /** Gives an endpoint the options that its connection has for it. */
    private void complete(Endpoint endpoint, Component component, Map<String, String> options, Template template) {
        CamelContext context = endpoint.getCamelContext();
        bind(
                new BeanProperties(context, endpoint, Optional.ofNullable(component.getEndpointPropertyConfigurer())),
                values(context, options, template),
                "endpoint of " + connection.connector().component());
    }

    private Map<String, Object> values(CamelContext context, Map<String, String> texts, Template template) {
        Map<String, Object> values = new HashMap<>();
        texts.forEach((name, text) -> template.fill(text)
                .ifPresent(value -> values.put(name, text.startsWith("#") ? bean(context, text) : value)));
        return values;
    }

    /** What waits in the system, as those of its beans that know it tell; nothing before it is opened. */
    List<Backlog.Waiting> waiting() {
        return backlogs.stream().flatMap(backlog -> backlog.waiting().stream()).toList();
    }

    /** The bean that asks the system whether it answers. */
    Callable<?> probe(CamelContext context) {
        packs.use(connection.connector().name(), context);
        String reference = connection.connector().probe();
        Object bean = bean(context, reference);
        CamelContextAware.trySetCamelContext(bean, context);
        if (bean instanceof Callable<?> callable) {
            return callable;
        }
        throw new IllegalStateException("connector " + connection.connector().name() + ": the bean " + reference
                + " cannot be called, expected a java.util.concurrent.Callable; see connectors/"
                + connection.connector().name() + "/connector.yaml");
    }

    /**
     * A bean that a route refers to, by its name, and for one that is made for each integration by a purpose after a dot.
     *
     * @param integration for whom
     * @return empty when the connector has none of that name
     */
    Optional<Object> lend(CamelContext context, String reference, String integration) {
        String[] words = reference.split("\\.", 2);
        Optional<Connector.Bean> bean = connection.connector().beans().stream()
                .filter(one -> one.name().equals(words[0]))
                .filter(one -> words.length == 1 || one.scope() == Scope.INTEGRATION)
                .findFirst();
        bean.ifPresent(one -> packs.use(connection.connector().name(), context));
        return bean.map(one -> one.scope() == Scope.CONNECTION
                ? bean(context, "#" + one.name())
                : make(context, one, template(context).with("integration", named(integration, words))));
    }

    private static String named(String integration, String[] words) {
        return words.length == 1 ? integration : integration + "." + words[1];
    }

    private Template template(CamelContext context) {
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : connection.connector().parameters()) {
            String text = connection.parameters().getOrDefault(parameter.name(), parameter.defaultValue());
            if (text != null) {
                String named = text.replace("{{connection}}", connection.name())
                        .replace("{{integration}}", integration(context));
                String value = configuration.resolve(named, context);
                values.put(parameter.name(), value);
                if (parameter.secret()) {
                    Redaction.keep(value);
                }
                SecretUris.keepSecretsOf(value);
            }
        }
        values.put("connection", connection.name());
        values.put("serai.home", configuration.home().toString());
        return new Template(values);
    }

    /** A context is named by its integration and version: {@code orders@7}. */
    private static String integration(CamelContext context) {
        return context.getName().replaceFirst("@.*", "");
    }

    private Object bean(CamelContext context, String reference) {
        synchronized (beans) {
            if (ended) {
                throw new IllegalStateException(
                        "connection " + connection.name() + " was replaced; send again to use the one in force");
            }
            if (beans.isEmpty()) {
                open(context);
            }
            Object bean = beans.get(reference.substring(1));
            if (bean == null) {
                throw new IllegalStateException(
                        "connector " + connection.connector().name() + " has no bean \"" + reference + "\"; it has "
                                + beans.keySet());
            }
            return bean;
        }
    }

    private void open(CamelContext context) {
        Template template = template(context);
        try {
            connection.connector().beans().stream()
                    .filter(bean -> bean.scope() == Scope.CONNECTION)
                    .forEach(bean -> beans.put(bean.name(), make(context, bean, template)));
            backlogs = beans.values().stream()
                    .filter(Backlog.class::isInstance)
                    .map(Backlog.class::cast)
                    .toList();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Object make(CamelContext context, Connector.Bean description, Template template) {
        Object bean = instance("bean " + description.name(), description.type());
        bind(
                BeanProperties.of(context, bean),
                values(context, description.properties(), template),
                "bean " + description.name());
        return bean;
    }

    private Object instance(String what, String type) {
        try {
            return Class.forName(type, true, packs.loader(connection.connector().name()))
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(
                    "connection " + connection.name() + " (" + connection.place() + "): " + what + " of class " + type
                            + " cannot be made: " + e,
                    e);
        }
    }

    private void bind(BeanProperties properties, Map<String, Object> values, String what) {
        values.forEach((name, value) -> {
            boolean taken;
            try {
                taken = properties.set(name, value);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        cannotTake(what, name) + " (" + e.getClass().getSimpleName() + ")");
            }
            if (!taken) {
                throw new IllegalStateException(cannotTake(what, name));
            }
        });
    }

    private String cannotTake(String what, String property) {
        return "connection " + connection.name() + " (" + connection.place() + "): the " + what
                + " does not take the value for \"" + property + "\"; see connectors/"
                + connection.connector().name() + "/connector.yaml";
    }

    /** Closes it for good: nothing opens it again. */
    void end() {
        synchronized (beans) {
            ended = true;
        }
        close();
    }

    boolean isEnded() {
        synchronized (beans) {
            return ended;
        }
    }

    /** Closes what was opened; the next use opens it again. */
    @Override
    public void close() {
        probe.close();
        synchronized (beans) {
            List<Object> last = new ArrayList<>(beans.values());
            Collections.reverse(last);
            beans.clear();
            backlogs = List.of();
            last.forEach(this::close);
        }
    }

    private void close(Object bean) {
        if (bean instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("connection {} could not be closed", connection.name(), e);
            }
        }
    }
}
