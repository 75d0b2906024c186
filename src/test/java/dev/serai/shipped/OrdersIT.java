package dev.serai.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.fixture.ShippedHome;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The shipped integrations orders and shipping, over HTTP and with files, on embedded H2. */
@TestInstance(Lifecycle.PER_CLASS)
class OrdersIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "id,customer,ordered_on,sku,quantity,price,currency,country\n";

    private final Path home;
    private final ShippedRuntime runtime;

    OrdersIT(@TempDir Path home) throws Exception {
        this.home = home;
        this.runtime = new ShippedRuntime(ShippedHome.in(home));
    }

    @BeforeAll
    void makeInbox() throws Exception {
        Files.createDirectories(home.resolve("inbox/orders"));
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @Test
    void postedOrderIsStoredServedAndShipped() throws Exception {
        HttpResponse<String> posted = runtime.post("/orders", order("A-1", "acme", 3, "19.99"));

        assertThat(posted.statusCode()).isEqualTo(201);
        assertThat(posted.headers().firstValue("Location")).hasValue("/orders/A-1");
        HttpResponse<String> served = runtime.get("/orders/A-1");
        assertThat(served.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(served.body())
                .isEqualTo("{\"id\":\"A-1\",\"customer\":\"acme\",\"orderedOn\":\"2026-01-05\",\"sku\":\"TEA-100\","
                        + "\"quantity\":3,\"price\":19.99,\"total\":59.97,\"currency\":\"EUR\",\"country\":\"DE\"}");
        await().untilAsserted(() -> assertThat(home.resolve("outbox/shipping/DE/A-1.txt"))
                .hasContent("Ship to acme (DE)\n3 x TEA-100\nfor order A-1 of 2026-01-05"));
    }

    @Test
    void orderThatComesTwiceIsStoredOnce() throws Exception {
        runtime.post("/orders", order("B-1", "twice", 1, "5.00"));

        HttpResponse<String> again = runtime.post("/orders", order("B-1", "twice", 1, "5"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(runtime.get("/orders?customer=twice").body())).hasSize(1);
    }

    @Test
    void takenIdWithOtherContentIsRefusedAndChangesNothing() throws Exception {
        runtime.post("/orders", order("C-1", "first", 1, "5.00"));

        HttpResponse<String> other = runtime.post("/orders", order("C-1", "second", 1, "5.00"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).isEqualTo("{\"error\":\"order C-1 is stored already, with other content\"}");
        assertThat(JSON.readTree(runtime.get("/orders/C-1").body())
                        .get("customer")
                        .asText())
                .isEqualTo("first");
    }

    @Test
    void unknownOrderIsNotFoundAndAnUnknownCustomerHasNone() throws Exception {
        assertThat(runtime.get("/orders/Z-404").statusCode()).isEqualTo(404);
        assertThat(runtime.get("/orders?customer=nobody").body()).isEqualTo("[]");
        assertThat(runtime.get("/orders").statusCode()).isEqualTo(400);
    }

    @Test
    void brokenLinesOfAFileHarmNoOther() throws Exception {
        String file = HEADER
                + "D-1,files,2026-01-05,TEA-100,1,1.10,EUR,DE\r\n"
                + "D-2,files,2026-01-05,TEA-100,three,1.10,EUR,DE\n"
                + "D-3,files,2026-01-05\n"
                + "D-4,files,2026-01-05,\"TEA-100,1,1.10,EUR,DE\n"
                + "\n"
                + "D-5,files,2026-02-30,TEA-100,1,1.10,EUR,DE\n"
                + "D-6,files,2026-01-05,\"TEA-100\",2,1.10,EUR,DE\n"
                + "D-1,files,2026-01-05,TEA-100,9,1.10,EUR,DE";

        Files.writeString(home.resolve("inbox/orders/some.csv"), file);

        await().untilAsserted(() ->
                assertThat(home.resolve("inbox/orders/.done/some.csv")).exists());
        JsonNode stored = JSON.readTree(runtime.get("/orders?customer=files").body());
        assertThat(stored).extracting(order -> order.get("id").asText()).containsExactly("D-1", "D-6");
        assertThat(runtime.deadLetters())
                .filteredOn(letter -> letter.place().file().equals("some.csv"))
                .extracting(letter -> letter.place().line() + " " + letter.routeId() + " " + letter.cause())
                .containsExactlyInAnyOrder(
                        "3 order-line the body does not fit its JSON schema: $.quantity string found, integer expected",
                        "4 order-line transformations/csv-to-order/mapping.jslt: the mapping"
                                + " failed: a line has 8 columns (id,customer,ordered_on,sku,quantity,price,currency,country),"
                                + " this one has 3",
                        "5 order-line the body is no readable CSV: (startline 1) EOF reached"
                                + " before encapsulated token finished",
                        "7 order-line the body does not fit its JSON schema: $.orderedOn does not match the date pattern"
                                + " must be a valid RFC 3339 full-date",
                        "9 order-line the message is not valid: Validation failed for"
                                + " Predicate[exchangeProperty(storedWithSameIdAndContent) != 0]");
    }

    @Test
    void sampleOfAThousandOrdersIsStoredButForTheTwentyWrongOnes() throws Exception {
        Files.copy(Path.of("samples/orders-1000.csv"), home.resolve("inbox/orders/orders-1000.csv"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(home.resolve("inbox/orders/.done/orders-1000.csv"))
                        .exists());
        int stored = 0;
        for (String customer : OrdersSample.CUSTOMERS) {
            String orders = runtime.get("/orders?customer=" + customer).body();
            stored += (int) JSON.readTree(orders).findValuesAsText("id").stream()
                    .filter(id -> id.startsWith("AB-"))
                    .count();
        }
        assertThat(runtime.deadLetters())
                .filteredOn(letter -> letter.place().file().equals("orders-1000.csv"))
                .hasSize(OrdersSample.wrong())
                .allSatisfy(letter -> assertThat(letter.place().line()).isPositive());
        assertThat(stored).isEqualTo(OrdersSample.ORDERS - OrdersSample.wrong());
    }

    @Test
    void brokenBodyIsAnsweredWithItsFieldAndKept() throws Exception {
        HttpResponse<String> wrongField = runtime.post("/orders", order("E-1", "Not A Name", 0, "1.999"));
        HttpResponse<String> noJson = runtime.post("/orders", "{\"id\": \"E-2\",");

        assertThat(wrongField.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(wrongField.body()).get("details"))
                .extracting(detail -> detail.get("field").asText())
                .containsExactlyInAnyOrder("$.customer", "$.quantity", "$.price");
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(runtime.deadLetters())
                .filteredOn(letter -> letter.routeId().equals("orders-post"))
                .hasSize(2);
    }

    private static String order(String id, String customer, int quantity, String price) {
        return """
                {"id":"%s","customer":"%s","orderedOn":"2026-01-05","sku":"TEA-100","quantity":%d,"price":%s,
                 "currency":"EUR","country":"DE"}""".formatted(id, customer, quantity, price);
    }
}
