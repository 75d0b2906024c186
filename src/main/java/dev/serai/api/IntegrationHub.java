package dev.serai.api;

import dev.serai.engine.mesh.ServiceRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Where Java programs and integrations meet: a registered Java service answers as {@code service:NAME} to every integration, and every
 * {@code service:NAME} of an integration is called from Java. Bodies cross as JSON, text or bytes, as between integrations.
 */
public final class IntegrationHub implements AutoCloseable {

    private static final String NAME = "java";
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final CamelContext context;
    private final ProducerTemplate caller;

    private IntegrationHub(CamelContext context) {
        this.context = context;
        this.caller = context.createProducerTemplate();
    }

    /** A hub for the services of a runtime; nothing is registered yet. */
    public static IntegrationHub open(ServiceRegistry services) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.setNameStrategy(new ExplicitCamelContextNameStrategy("hub"));
        services.attach(context, NAME, 0);
        context.start();
        return new IntegrationHub(context);
    }

    /**
     * Registers a Java object. Its one public method answers as {@code service:price-list} when its class is {@code PriceList}; of
     * several, each answers under its own name: {@code service:price-list.find}. A method has one parameter, which the body is converted
     * to, or none.
     *
     * @return the names it answers to
     * @throws IllegalArgumentException when it has no public method of its own, or an overloaded one
     * @throws IllegalStateException when another service has the name
     */
    public List<String> register(Object service) {
        List<String> methods = methods(service);
        String name = nameOf(service.getClass());
        return methods.stream()
                .map(method -> answer(methods.size() == 1 ? name : name + "." + method, service, method))
                .toList();
    }

    /**
     * Registers a function under a name.
     *
     * @param type what a body is converted to before the function sees it
     */
    public <T> void register(String name, Class<T> type, Function<T, ?> service) {
        add(name, new RouteBuilder(context) {
            @Override
            public void configure() {
                from("service:" + name).routeId(name).process(exchange -> exchange.getMessage()
                        .setBody(service.apply(exchange.getMessage().getMandatoryBody(type))));
            }
        });
    }

    /**
     * Calls a service, whoever answers it: an integration or Java.
     *
     * @param type what the answer is converted to
     * @return the answer; null when it is empty
     * @throws CamelExecutionException with the service's failure as its cause
     */
    public <T> @Nullable T call(String name, @Nullable Object body, Class<T> type) {
        return caller.requestBody("service:" + checked(name), body, type);
    }

    /** Takes a service that was registered here out; calls in flight end first. */
    public void unregister(String name) {
        try {
            context.getRouteController().stopRoute(name);
            context.removeRoute(name);
        } catch (Exception e) {
            throw new IllegalStateException("service " + name + " cannot be taken out: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        context.stop();
    }

    private String answer(String name, Object service, String method) {
        add(name, new RouteBuilder(context) {
            @Override
            public void configure() {
                from("service:" + name).routeId(name).bean(service, method);
            }
        });
        return name;
    }

    private void add(String name, RouteBuilder route) {
        if (context.getRoute(checked(name)) != null) {
            throw new IllegalStateException("service " + name + " is registered already; unregister it first");
        }
        try {
            context.addRoutes(route);
        } catch (Exception e) {
            throw new IllegalStateException("service " + name + " cannot be registered: " + e.getMessage(), e);
        }
    }

    private static String checked(String name) {
        if (!SERVICE.matcher(name).matches()) {
            throw new IllegalArgumentException("service name \"" + name
                    + "\" is not possible; expected letters, digits, dot, dash and underscore");
        }
        return name;
    }

    private static List<String> methods(Object service) {
        List<String> names = Arrays.stream(service.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .map(Method::getName)
                .filter(name ->
                        !List.of("equals", "hashCode", "toString", "close").contains(name))
                .sorted()
                .toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    service.getClass().getName() + " has the public methods " + names
                            + "; expected one or more, no two of the same name; for a lambda name it: register(name, type, function)");
        }
        return names;
    }

    /** {@code PriceList} → {@code price-list}. */
    private static String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        if (type.isSynthetic() || !SERVICE.matcher(name).matches()) {
            throw new IllegalArgumentException("a lambda or nameless class has no name to answer to; name it: "
                    + "register(name, type, function)");
        }
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
