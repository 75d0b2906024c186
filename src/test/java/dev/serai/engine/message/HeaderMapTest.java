package dev.serai.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.HashMapHeadersMapFactory;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.CaseInsensitiveMap;
import org.junit.jupiter.api.Test;

class HeaderMapTest {

    private static final HeadersInArrays FACTORY = new HeadersInArrays();

    @Test
    void aNameIsFoundInAnyCaseAndStaysAsItWasWrittenFirst() {
        Map<String, Object> headers = FACTORY.newMap();

        headers.put("Content-Type", "a");
        headers.put("content-type", "b");

        assertThat(headers.get("CONTENT-TYPE")).isEqualTo("b");
        assertThat(headers).containsExactly(Map.entry("Content-Type", "b"));
    }

    @Test
    void headersAreToldInTheOrderInWhichTheyWereSet() {
        Map<String, Object> headers = FACTORY.newMap();
        headers.put("z", 1);
        headers.put("a", 2);
        headers.put("m", null);
        headers.remove("Z");
        headers.put("Z", 3);

        assertThat(headers.keySet()).containsExactly("a", "m", "Z");
        assertThat(headers.containsKey("M")).isTrue();
    }

    @Test
    void neitherACopyNorItsOriginalSeesWhatTheOtherChanges() {
        Map<String, Object> original = FACTORY.newMap(Map.of("a", 1));
        Map<String, Object> copy = FACTORY.newMap(original);
        Map<String, Object> copyOfTheCopy = FACTORY.newMap(copy);

        original.put("A", 2);
        copy.put("b", 3);
        copyOfTheCopy.entrySet().removeIf(entry -> entry.getKey().equals("a"));

        assertThat(original).isEqualTo(Map.of("a", 2));
        assertThat(copy).isEqualTo(Map.of("a", 1, "b", 3));
        assertThat(copyOfTheCopy).isEmpty();
    }

    @Test
    void whatIsLeftOutOfACopyIsLeftInTheOriginal() {
        Map<String, Object> original = FACTORY.newMap(Map.of("a", 1, "b", 2));
        Map<String, Object> copy = FACTORY.newMap(original);

        copy.clear();
        copy.put("c", 3);

        assertThat(original).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void anEntryCanBeChangedAndTakenOutWhileAllAreRead() {
        Map<String, Object> headers = FACTORY.newMap(Map.of("a", 1, "b", 2, "c", 3));
        Map<String, Object> copy = FACTORY.newMap(headers);

        for (Iterator<Map.Entry<String, Object>> each = headers.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Object> entry = each.next();
            if (entry.getKey().equals("b")) {
                each.remove();
            } else {
                entry.setValue(0);
            }
        }

        assertThat(headers).isEqualTo(Map.of("a", 0, "c", 0));
        assertThat(copy).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
    }

    @Test
    void whoAddsOneWhileAllAreReadIsTold() {
        Map<String, Object> headers = FACTORY.newMap(Map.of("a", 1, "b", 2));

        assertThatThrownBy(() -> headers.keySet().forEach(name -> headers.put(name + name, 0)))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(() -> headers.forEach((name, value) -> headers.remove(name)))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void oneAmongThousandsIsFoundAsFast() {
        Map<String, Object> headers = FACTORY.newMap();
        IntStream.range(0, 100_000).forEach(number -> headers.put("Header-" + number, number));

        assertThat(headers).hasSize(100_000).containsEntry("Header-0", 0);
        assertThat(headers.get("HEADER-99999")).isEqualTo(99_999);
        assertThat(FACTORY.newMap(headers)).hasSize(100_000).isEqualTo(headers);
        headers.clear();
        assertThat(headers).isEmpty();
    }

    /** Against Camel's own map, with names that share length and letters, around the number at which they move. */
    @Test
    void itDoesWhatCamelsOwnMapDoes() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 300; round++) {
            Map<String, Object> expected = new CaseInsensitiveMap();
            Map<String, Object> actual = FACTORY.newMap();
            for (int act = 0; act < 150; act++) {
                String name = name(random);
                if (random.nextInt(3) == 0) {
                    assertThat(actual.remove(name)).isEqualTo(expected.remove(name));
                } else {
                    assertThat(actual.put(name, act)).isEqualTo(expected.put(name, act));
                }
                if (random.nextInt(20) == 0) {
                    actual = FACTORY.newMap(actual);
                }
            }
            assertThat(new CaseInsensitiveMap(actual)).isEqualTo(expected);
            assertThat(List.copyOf(actual.keySet())).containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    private static String name(Random random) {
        String name = "xÄaß".substring(random.nextInt(3)) + random.nextInt(40);
        return random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name;
    }

    @Test
    void messagesOfAContextKeepTheirHeadersSo() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            HeadersInArrays.attach(context);
            context.start();
            Message message = new DefaultExchange(context).getMessage();
            message.setHeader(Exchange.CONTENT_TYPE, "text/plain");

            assertThat(message.getHeaders()).isInstanceOf(HeaderMap.class);
            assertThat(message.copy().getHeaders())
                    .isInstanceOf(HeaderMap.class)
                    .isEqualTo(message.getHeaders());
        }
    }

    @Test
    void aFactoryThatSomebodyChoseStays() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            HashMapHeadersMapFactory chosen = new HashMapHeadersMapFactory();
            context.getCamelContextExtension().setHeadersMapFactory(chosen);
            HeadersInArrays.attach(context);
            context.start();

            assertThat(context.getCamelContextExtension().getHeadersMapFactory())
                    .isSameAs(chosen);
        }
    }
}
