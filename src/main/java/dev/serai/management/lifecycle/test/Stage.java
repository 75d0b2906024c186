package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.deploy.IntegrationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.DefaultErrorHandlerBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.model.AggregateDefinition;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.apache.camel.model.LoadBalanceDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ResequenceDefinition;
import org.apache.camel.model.SamplingDefinition;
import org.apache.camel.model.ThreadsDefinition;
import org.apache.camel.model.ThrottleDefinition;
import org.apache.camel.model.WireTapDefinition;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.URISupport;

/** The routes of a bundle, running with everything outside of them replaced. */
final class Stage implements AutoCloseable {

    private static final Duration STOP = Duration.ofMillis(200);

    /** Steps after which a message goes on although the one that brought it is done. */
    private static final Set<Class<?>> LATE = Set.of(
            AggregateDefinition.class, ResequenceDefinition.class, WireTapDefinition.class, ThreadsDefinition.class);

    private final Outside outside = new Outside();
    private final HttpEntries http = new HttpEntries();
    private final IntegrationContext integration;

    private static final Set<Class<?>> REMEMBERING = Set.of(
            AggregateDefinition.class,
            ResequenceDefinition.class,
            IdempotentConsumerDefinition.class,
            CircuitBreakerDefinition.class,
            LoadBalanceDefinition.class,
            SamplingDefinition.class,
            ThrottleDefinition.class);

    Stage(ContextFactory factory, Bundle bundle, CompiledClasses classes, Map<String, String> properties) {
        Version version = new Version(bundle.name(), 0, bundle.hash());
        this.integration =
                factory.create(new ContextFactory.Content(version, bundle, classes, properties), (context, ignored) -> {
                    quieten(context);
                    replaceOutside(context);
                });
    }

    /** A failure is what many tests are about: it is told in the report, not in the log. */
    private static void quieten(CamelContext context) {
        DefaultErrorHandlerBuilder handler = new DefaultErrorHandlerBuilder();
        handler.setLevel(LoggingLevel.OFF.name());
        context.getCamelContextExtension().setErrorHandlerFactory(handler);
    }

    /** Loads and starts the routes. */
    void open() throws Exception {
        integration.build();
        integration.camel().getManagementStrategy().addEventNotifier(new Observer(outside));
        integration.startPassive();
        integration.startActive();
    }

    private void replaceOutside(CamelContext context) {
        context.setSourceLocationEnabled(true);
        ExtendedCamelContext extension = context.getCamelContextExtension();
        List.copyOf(context.getComponentNames()).stream()
                .filter(Outside::isOutside)
                .forEach(context::removeComponent);
        ComponentResolver real = PluginHelper.getComponentResolver(extension);
        extension.addContextPlugin(ComponentResolver.class, (name, camel) -> component(real, name, camel));
        extension.addInterceptStrategy(new StepTracer(outside));
        if (context.getRegistry() instanceof DefaultRegistry registry) {
            registry.addBeanRepository(new StandInBeans());
        }
        context.removeComponent("platform-http");
        PlatformHttpComponent platform = new PlatformHttpComponent(context);
        platform.setEngine(http);
        context.addComponent("platform-http", platform);
    }

    private Component component(ComponentResolver real, String name, CamelContext camel) throws Exception {
        return Outside.isOutside(name) ? new StandInComponent(name, outside) : real.resolveComponent(name, camel);
    }

    /** The next messages belong to this test. */
    void play(Recorder recorder) {
        outside.play(recorder);
    }

    Sender sender() {
        return new Sender(integration.camel(), http);
    }

    /** Every endpoint of the routes, as a test may name it. */
    List<String> endpoints() {
        return integration.camel().getEndpoints().stream()
                .map(Endpoint::getEndpointUri)
                .map(URISupport::sanitizeUri)
                .map(EndpointPattern::plain)
                .sorted()
                .toList();
    }

    /** Whether no message is on its way. */
    boolean isQuiet() {
        return integration.camel().getInflightRepository().size() == 0
                && integration.camel().getEndpoints().stream()
                        .noneMatch(endpoint -> endpoint instanceof SedaEndpoint seda && seda.getCurrentQueueSize() > 0);
    }

    /** Whether a message may still come when it is quiet. */
    boolean mayBeLate() {
        return integration.camel().getEndpoints().stream().anyMatch(SedaEndpoint.class::isInstance) || hasStep(LATE);
    }

    /** Whether the routes remember messages, so that another test needs new ones. */
    boolean remembers() {
        return hasStep(REMEMBERING);
    }

    private boolean hasStep(Set<Class<?>> kinds) {
        return integration
                .camel()
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteDefinitions()
                .stream()
                .flatMap(route ->
                        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class)
                                .stream())
                .anyMatch(step -> kinds.contains(step.getClass()));
    }

    @Override
    public void close() {
        integration.stop(STOP);
    }
}
