package dev.serai.engine.enterprise.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.engine.database.Database;
import dev.serai.engine.message.Payload;
import dev.serai.engine.message.PayloadType;
import dev.serai.fixture.ChildProcess;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that publishes and consumes 10,000 events is killed in the middle, several times; no event is lost. */
final class EventBusCrashIT {

    private static final int EVENTS = 10_000;
    private static final int CRASHES = 4;

    @Test
    void noEventIsLostWhenTheProcessIsKilled(@TempDir Path folder) throws IOException {
        int published = 0;
        for (int crash = 1; crash <= CRASHES; crash++) {
            published = publishUntilKilled(folder, published, EVENTS * crash / (CRASHES + 1));
        }

        try (ChildProcess child = start(folder, published)) {
            await().atMost(Duration.ofSeconds(120)).until(() -> child.lines().contains("drained") || !child.isAlive());
            assertThat(child.lines()).contains("drained");
        }
        Set<String> all =
                IntStream.rangeClosed(1, EVENTS).mapToObj(String::valueOf).collect(Collectors.toSet());
        assertThat(seen(folder, "billing")).containsAll(all);
        assertThat(seen(folder, "shipping")).containsAll(all);
    }

    private static int publishUntilKilled(Path folder, int from, int until) {
        try (ChildProcess child = start(folder, from)) {
            await().atMost(Duration.ofSeconds(120)).until(() -> last(child) >= until || !child.isAlive());
            assertThat(child.isAlive()).as("%s", child.lines()).isTrue();
            child.kill();
            return Math.max(last(child), from);
        }
    }

    private static ChildProcess start(Path folder, int from) {
        return ChildProcess.start(PublisherWithTwoSubscribers.class, folder.toString(), String.valueOf(from));
    }

    private static int last(ChildProcess child) {
        for (int i = child.lines().size() - 1; i >= 0; i--) {
            String line = child.lines().get(i);
            if (line.startsWith("published ")) {
                return Integer.parseInt(line.substring("published ".length()));
            }
        }
        return 0;
    }

    private static Set<String> seen(Path folder, String subscriber) throws IOException {
        return Set.copyOf(Files.readAllLines(folder.resolve(subscriber)));
    }

    /** Publishes the numbers behind the given one; two subscribers write each number they get into a file. */
    static final class PublisherWithTwoSubscribers {

        private PublisherWithTwoSubscribers() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Database database = Database.open(new StoreSettings("", "", Secret.NONE), folder.resolve("state"));
            EventBus bus = new EventBus(database, EventSettings.DEFAULT, (exchange, integration, version) -> 0);
            subscribe(bus, folder, "billing").start();
            subscribe(bus, folder, "shipping").start();
            for (int number = Integer.parseInt(args[1]) + 1; number <= EVENTS; number++) {
                bus.publish("numbers", Map.of(), text(String.valueOf(number)));
                System.out.println("published " + number);
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> bus.subscriptions().stream().allMatch(subscription -> subscription.behind() == 0));
            System.out.println("drained");
            new CountDownLatch(1).await();
        }

        private static Payload text(String text) {
            return new Payload(PayloadType.TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        private static CamelContext subscribe(EventBus bus, Path folder, String integration) throws Exception {
            CamelContext context = new DefaultCamelContext();
            bus.attach(context, integration, 1);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("event:numbers").process(exchange -> write(exchange, folder.resolve(integration)));
                }
            });
            return context;
        }

        private static void write(Exchange exchange, Path file) throws IOException {
            String line = exchange.getMessage().getBody(String.class) + "\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
