package dev.serai.management.monitoring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.management.monitoring.RunningIntegration;
import dev.serai.management.monitoring.flow.Flows;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressChecksTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RunningIntegration shop =
            new RunningIntegration("shop", 7, context, false, Duration.ofMillis(50), 10);

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aSubscriberThatDoesNotComeForwardIsFoundUntilItDoes() throws Exception {
        AtomicReference<Subscription> seen =
                new AtomicReference<>(new Subscription("stored", "shop/heard", "shop", 5, 3));
        EventBacklogs check = new EventBacklogs(() -> List.of(seen.get()));
        context.addComponent("event", new SedaComponent());
        Route route = route("event:stored");

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(look(check, route))
                .startsWith("it is 3 events behind in event:stored and took none for "));
        seen.set(new Subscription("stored", "shop/heard", "shop", 6, 2));

        assertThat(look(check, route)).isEmpty();
    }

    @Test
    void aTimerThatWasCancelledIsFound() throws Exception {
        SilentClocks check = new SilentClocks();
        Route route = route("timer:tick?delay=0&period=10");
        assertThat(look(check, route)).isEmpty();

        ((TimerEndpoint) route.getEndpoint())
                .getTimer((TimerConsumer) route.getConsumer())
                .cancel();

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(look(check, route))
                .startsWith("the timer has not gone off for ")
                .endsWith("expected it every 10ms"));
    }

    @Test
    void aTriggerWhoseSchedulerStandsByIsFound() throws Exception {
        SilentClocks check = new SilentClocks();
        Route route = route("quartz:nightly?trigger.repeatInterval=20&trigger.repeatCount=-1");
        await().atMost(Duration.ofSeconds(5)).until(() -> look(check, route).isEmpty());

        context.getComponent("quartz", QuartzComponent.class).getScheduler().standby();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(look(check, route)).startsWith("the trigger should have gone off at "));
    }

    private String look(ProgressCheck check, Route route) {
        check.begin(shop);
        return check.problem(shop, route).orElse("");
    }

    private Route route(String from) throws Exception {
        context.disableJMX();
        new Flows(scheme -> false).attach(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId("heard").setBody().constant("x");
            }
        });
        context.start();
        return context.getRoute("heard");
    }
}
