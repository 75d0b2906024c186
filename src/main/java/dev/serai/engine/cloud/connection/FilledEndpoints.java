package dev.serai.engine.cloud.connection;

import dev.serai.foundation.Connection;
import dev.serai.foundation.Connector.EndpointForm;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Makes endpoints of a component whose address stands in each endpoint. A route writes only what lies behind the connection; host, login and
 * folder are the connection's, and what the route wrote, which may be a part of a message, cannot lead out of them.
 */
final class FilledEndpoints extends DefaultComponent {

    private final Component component;
    private final Connection connection;
    private final Template template;
    private final Completion completion;

    /** Sets options that no route wrote. */
    @FunctionalInterface
    interface Completion {

        void complete(Endpoint endpoint, Component component, Map<String, String> options, Template template);
    }

    FilledEndpoints(Component component, Connection connection, Template template, Completion completion) {
        this.component = component;
        this.connection = connection;
        this.template = template;
        this.completion = completion;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        EndpointForm form = connection.connector().endpoint();
        Template filling = template.with("path", contained(remaining == null ? "" : remaining));
        Map<String, String> ours = new LinkedHashMap<>(form.options());
        ours.keySet().removeAll(parameters.keySet());
        Map<String, Object> first = nested(ours, filling);
        first.putAll(parameters);
        parameters.clear();
        String address = filling.fill(form.path()).orElse("");
        Endpoint endpoint = component.createEndpoint(connection.connector().component() + ":" + address, first);
        completion.complete(endpoint, component, ours, filling);
        return named(endpoint, uri);
    }

    /** Options of an endpoint's parts, such as {@code ftpClient.listHiddenFiles}: components take them while they make the endpoint. */
    private static Map<String, Object> nested(Map<String, String> options, Template filling) {
        Map<String, Object> nested = new LinkedHashMap<>();
        options.forEach((name, text) -> {
            if (name.contains(".")) {
                filling.fill(text).ifPresent(value -> nested.put(name, value));
            }
        });
        options.keySet().removeIf(name -> name.contains("."));
        return nested;
    }

    private String contained(String path) {
        List<String> steps = Arrays.asList(path.split("[/\\\\]"));
        if (steps.contains("..")) {
            throw new IllegalArgumentException("connection " + connection.name() + ": \"" + path
                    + "\" leads out of it; expected a path without \"..\"");
        }
        return component.useRawUri() ? path : path.replace("%", "%25");
    }

    /** Metrics, traces and dead letters know the endpoint by the connection's name, and its address stays the connection's business. */
    private static Endpoint named(Endpoint endpoint, String uri) {
        try {
            Method setter = DefaultEndpoint.class.getDeclaredMethod("setEndpointUri", String.class);
            setter.setAccessible(true);
            setter.invoke(endpoint, uri);
            return endpoint;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("this Camel's endpoints cannot be renamed", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the endpoint refused its name", e.getCause());
        }
    }

    @Override
    public boolean useRawUri() {
        return component.useRawUri();
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(component);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(component);
    }
}
