package dev.serai.management.lifecycle.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.CompiledClasses;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConverter;
import org.apache.camel.converter.stream.ByteArrayInputStreamCache;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeclaredConvertersTest {

    /** Classes to convert to, as many as it takes to leave no order of hash codes to luck: arrays of one to forty dimensions. */
    private static final List<Class<?>> TARGETS = IntStream.rangeClosed(1, 40)
            .<Class<?>>mapToObj(dimensions -> Array.newInstance(DeclaredConvertersTest.class, new int[dimensions])
                    .getClass())
            .toList();

    /** Declared types, each with an instance of a class below it. */
    private static final Map<Class<?>, Object> SOURCES = Map.of(
            InputStream.class, new ByteArrayInputStream(new byte[0]),
            Reader.class, new StringReader(""),
            Path.class, Path.of("a"),
            Map.class, new TreeMap<>(),
            Number.class, BigDecimal.ONE,
            CharSequence.class, new StringBuilder(),
            Calendar.class, new GregorianCalendar(),
            Random.class, new Random() {});

    private final CompletableFuture<CamelContext> attached = new CompletableFuture<>();

    private final IntegrationContext context = context();

    private TypeConverterRegistry converters;

    private IntegrationContext context() {
        Bundle bundle = new Bundle(
                "plain", "plain.camel.yaml", Map.of("plain.camel.yaml", """
                - route:
                    id: plain
                    from:
                      uri: direct:plain
                      steps:
                        - log: plain
                """.getBytes(StandardCharsets.UTF_8)));
        return new ContextFactory(false, List.of((camel, content) -> attached.complete(camel)))
                .create(new ContextFactory.Content(
                        new Version("plain", 1, bundle.hash()), bundle, CompiledClasses.NONE, Map.of()));
    }

    @BeforeEach
    void build() throws Exception {
        context.build();
        converters = attached.join().getTypeConverterRegistry();
    }

    @AfterEach
    void stop() {
        context.stop(Duration.ofSeconds(1));
    }

    @Test
    void anObjectWithoutConverterSpoilsNoConversionOfAnother() {
        for (Class<?> target : TARGETS) {
            Object expected = Array.newInstance(target.getComponentType(), 0);
            SOURCES.keySet().forEach(source -> declare(target, source, expected));
            assertThatThrownBy(() -> converter().mandatoryConvertTo(target, new Object()))
                    .isInstanceOf(NoTypeConversionAvailableException.class);

            SOURCES.values().forEach(value -> assertThat((Object) converter().convertTo(target, value))
                    .as("%s to %s", value.getClass(), target)
                    .isSameAs(expected));
        }
    }

    @Test
    void theNearestDeclarationWins() {
        for (Class<?> target : TARGETS) {
            Object expected = Array.newInstance(target.getComponentType(), 0);
            for (Class<?> farther : List.of(Object.class, AutoCloseable.class, InputStream.class)) {
                declare(target, farther, Array.newInstance(target.getComponentType(), 0));
            }
            declare(target, FilterInputStream.class, expected);

            assertThat((Object) converter().convertTo(target, new BufferedInputStream(InputStream.nullInputStream())))
                    .as("%s", target)
                    .isSameAs(expected);
        }
    }

    @Test
    void aStreamGivesItsContentAfterAPlainObjectWasTakenAsText() {
        assertThat(converter().convertTo(String.class, new Object())).startsWith("java.lang.Object@");
        assertThat(converter().convertTo(ByteBuffer.class, new Object())).isNull();
        learnMany();

        assertThat(converter().convertTo(String.class, cached("content"))).isEqualTo("content");
        assertThat(converter().convertTo(ByteBuffer.class, cached("content")).remaining())
                .isEqualTo(7);
    }

    @Test
    void aConverterThatComesLateIsUsedByAClassThatHadNone() {
        Class<?> target = TARGETS.get(0);
        Object expected = Array.newInstance(target.getComponentType(), 0);
        assertThat((Object) converter().convertTo(target, new TreeMap<>())).isNull();

        declare(target, Map.class, expected);

        assertThat((Object) converter().convertTo(target, new TreeMap<>())).isSameAs(expected);
    }

    /** Enough pairs to make Camel's map of them grow, which changes the order of its entries. */
    private void learnMany() {
        for (int dimensions = 1; dimensions <= 120; dimensions++) {
            converter().convertTo(String.class, Array.newInstance(DeclaredConvertersTest.class, new int[dimensions]));
        }
    }

    private void declare(Class<?> target, Class<?> source, Object answer) {
        converters.addTypeConverter(target, source, new SimpleTypeConverter(false, (type, exchange, value) -> answer));
    }

    private TypeConverter converter() {
        return attached.join().getTypeConverter();
    }

    private static ByteArrayInputStreamCache cached(String content) {
        return new ByteArrayInputStreamCache(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
