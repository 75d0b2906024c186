package dev.serai.engine.cloud.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {

    @Test
    void componentThatTheCoreLacksComesFromItsPack() throws Exception {
        try (Packs packs = Packs.ofDistribution(Path.of("connectors"));
                CamelContext context = context(packs)) {
            Class<?> component = context.getComponent("kafka").getClass();

            assertThat(component.getName()).isEqualTo("org.apache.camel.component.kafka.KafkaComponent");
            assertThat(component.getClassLoader().getName()).isEqualTo("pack kafka");
            assertThat(context.getApplicationContextClassLoader().loadClass(component.getName()))
                    .isSameAs(component);
        }
    }

    @Test
    void allContextsShareThePacksClasses() throws Exception {
        try (Packs packs = Packs.ofDistribution(Path.of("connectors"));
                CamelContext one = context(packs);
                CamelContext two = context(packs)) {
            assertThat(one.getComponent("kafka").getClass())
                    .isSameAs(two.getComponent("kafka").getClass());
        }
    }

    @Test
    void contextSeesNothingOfPacksThatItDoesNotUse() throws Exception {
        try (Packs packs = Packs.ofDistribution(Path.of("connectors"));
                CamelContext context = context(packs)) {
            context.getComponent("sql");

            assertThatThrownBy(() -> context.getApplicationContextClassLoader()
                            .loadClass("org.apache.camel.component.kafka.KafkaComponent"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void missingJarIsNamedWithWhatToDo(@TempDir Path empty) throws Exception {
        try (Packs packs = new Packs(Path.of("connectors"), empty);
                CamelContext context = context(packs)) {
            assertThatThrownBy(() -> packs.use("kafka", context))
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .startsWith("pack kafka lacks " + empty)
                    .endsWith("; build again with the network: ./mvnw package");
        }
    }

    @Test
    void packSeesTheClassesOfTheOneThatItExtends(@TempDir Path home) throws Exception {
        lock(home, "brokers", "extends kafka");
        Path jars = Place.beside(Packs.class).resolve("packs");
        Files.createDirectories(home.resolve("kafka"));
        Files.copy(Path.of("connectors/kafka/pack.lock"), home.resolve("kafka/pack.lock"));

        try (Packs packs = new Packs(home, jars)) {
            Class<?> seen = packs.loader("brokers").loadClass("org.apache.kafka.clients.admin.Admin");

            assertThat(seen.getClassLoader()).isSameAs(packs.loader("kafka"));
            assertThat(packs.jars("brokers")).isEqualTo(packs.jars("kafka"));
        }
    }

    @Test
    void jarsBesideTheConnectorBelongToItsPack(@TempDir Path home) throws IOException {
        Path driver = home.resolve("mainframe/lib/driver.jar");
        Files.createDirectories(driver.resolveSibling(""));
        Files.write(driver, new byte[0]);

        try (Packs packs = new Packs(home, home)) {
            assertThat(packs.jars("mainframe")).isEqualTo(List.of(driver));
        }
    }

    private static void lock(Path home, String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name));
        Files.writeString(home.resolve(name).resolve("pack.lock"), text + "\n");
    }

    private static CamelContext context(Packs packs) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.setApplicationContextClassLoader(new UsedPacks(PacksTest.class.getClassLoader()));
        packs.attach(context);
        context.start();
        return context;
    }
}
