package dev.serai.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes {@code samples/orders-1000.csv}: 1,000 orders, 20 of them wrong in different ways, the same with every run.
 *
 * <pre>java src/test/java/dev/serai/shipped/OrdersSample.java samples/orders-1000.csv</pre>
 */
public final class OrdersSample {

    static final int ORDERS = 1000;

    private static final long SEED = 20_260_101;
    private static final String HEADER = "id,customer,ordered_on,sku,quantity,price,currency,country";
    static final List<String> CUSTOMERS = List.of(
            "acme", "blue-door", "cedar-and-sons", "delta-foods", "east-harbour", "fjord-trading", "green-market");
    private static final List<String> SKUS =
            List.of("TEA-100", "TEA-250", "COFFEE-500", "CUP-01", "POT-12", "BOX-7500");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "GBP", "CHF");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "IT", "NL", "NO", "US", "GB", "CH");

    /** What is wrong, by the number of the order. */
    private static final Map<Integer, String> WRONG = new TreeMap<>(Map.ofEntries(
            Map.entry(17, "AB-17,acme,2026-01-05,TEA-100,three,12.50,EUR,DE"),
            Map.entry(61, "AB-61,acme,2026-01-05,TEA-100,0,12.50,EUR,DE"),
            Map.entry(104, "AB-104,acme,2026-01-05,TEA-100,-2,12.50,EUR,DE"),
            Map.entry(158, "AB-158,acme,2026-01-05,TEA-100,1.5,12.50,EUR,DE"),
            Map.entry(203, "AB-203,acme,2026-01-05,TEA-100,2,12,50,EUR,DE"),
            Map.entry(251, "AB-251,acme,2026-01-05,TEA-100,2,\"12,50\",EUR,DE"),
            Map.entry(299, "AB-299,acme,2026-01-05,TEA-100,2,12.505,EUR,DE"),
            Map.entry(342, "AB-342,acme,2026-01-05,TEA-100,2,-1.00,EUR,DE"),
            Map.entry(388, "AB-388,acme,2026-02-30,TEA-100,2,12.50,EUR,DE"),
            Map.entry(431, "AB-431,acme,05.01.2026,TEA-100,2,12.50,EUR,DE"),
            Map.entry(479, "AB-479,acme,,TEA-100,2,12.50,EUR,DE"),
            Map.entry(523, "AB-523,,2026-01-05,TEA-100,2,12.50,EUR,DE"),
            Map.entry(570, "AB-570,ACME Ltd.,2026-01-05,TEA-100,2,12.50,EUR,DE"),
            Map.entry(618, "570,acme,2026-01-05,TEA-100,2,12.50,EUR,DE"),
            Map.entry(664, "AB-664,acme,2026-01-05,tea,2,12.50,EUR,DE"),
            Map.entry(709, "AB-709,acme,2026-01-05,TEA-100,2,12.50,DOGE,DE"),
            Map.entry(757, "AB-757,acme,2026-01-05,TEA-100,2,12.50,EUR,Germany"),
            Map.entry(802, "AB-802,acme,2026-01-05,TEA-100"),
            Map.entry(866, "AB-866,\"acme,2026-01-05,TEA-100,2,12.50,EUR,DE"),
            Map.entry(931, "AB-1,somebody-else,2026-01-05,TEA-100,2,12.50,EUR,DE")));

    private OrdersSample() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text());
    }

    static int wrong() {
        return WRONG.size();
    }

    static String text() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int number = 1; number <= ORDERS; number++) {
            String right = right(number, random);
            text.append(WRONG.getOrDefault(number, right)).append('\n');
        }
        return text.toString();
    }

    private static String right(int number, Random random) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        int cents = 50 + random.nextInt(20_000);
        return String.format(
                Locale.ROOT,
                "AB-%d,%s,%s,%s,%d,%d.%02d,%s,%s",
                number,
                one(CUSTOMERS, random),
                day,
                one(SKUS, random),
                1 + random.nextInt(24),
                cents / 100,
                cents % 100,
                one(CURRENCIES, random),
                one(COUNTRIES, random));
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
