package bench;

import dev.serai.adapter.legacy.copybook.CopybookDataFormat;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** A mainframe's file with variable tables inside each other and packed numbers becomes JSON, in a process with a small heap. */
public final class CopybookFile {

    private static final int MEGABYTES = Integer.getInteger("megabytes", 1024);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String HEAP = System.getProperty("heap", "256m");
    private static final int PIECE = 1 << 16;
    private static final String CODE_PAGE = "IBM037";
    private static final String COPYBOOK = """
            01  CUSTOMER.
                05  CUSTOMER-NUMBER     PIC 9(10).
                05  CUSTOMER-NAME       PIC X(30).
                05  STREET              PIC X(30).
                05  CITY                PIC X(20).
                05  CREDIT-LIMIT        PIC S9(9)V99 COMP-3.
                05  BALANCE             PIC S9(11)V99 COMP-3.
                05  SINCE               PIC 9(8).
                05  STATUS-CODE         PIC X.
                05  ORDER-COUNT         PIC 9(4) COMP.
                05  ORDERS OCCURS 0 TO 12 TIMES DEPENDING ON ORDER-COUNT.
                    10  ORDER-NUMBER    PIC 9(9) COMP.
                    10  ORDER-DATE      PIC 9(7) COMP-3.
                    10  LINE-COUNT      PIC 9(3) COMP-3.
                    10  LINES-OF OCCURS 0 TO 8 TIMES DEPENDING ON LINE-COUNT.
                        15  ARTICLE     PIC X(16).
                        15  TITLE       PIC X(24).
                        15  QUANTITY    PIC S9(5) COMP-3.
                        15  PRICE       PIC S9(7)V99 COMP-3.
                        15  TAX         PIC S9(3)V99 COMP-3.
                    10  ORDER-SUM       PIC S9(9)V99 COMP-3.
            """;

    private CopybookFile() {}

    static void run() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.root"), "target"));
        Path file = Files.createTempFile(folder, "copybook-bench", ".dat");
        try {
            generate(file);
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP,
                    "-Drounds=" + ROUNDS,
                    "-Dheap=" + HEAP,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "bench.CopybookFile",
                    file.toString());
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("the measuring process ended with " + code);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The measuring process. */
    public static void main(String[] file) throws Exception {
        Path path = Path.of(file[0]);
        double megabytes = Files.size(path) / 1e6;
        Map<String, Measured> ways = new LinkedHashMap<>();
        ways.put("read, and decode bytes to characters", CopybookFile::characters);
        ways.put("one JSON array", one -> json(one, "json"));
        ways.put("a JSON object in each line", one -> json(one, "jsonLines"));
        ways.put("a map of each record", CopybookFile::maps);
        Map<String, Double> best = new LinkedHashMap<>();
        Map<String, Double> alone = new LinkedHashMap<>();
        Map<String, Long> made = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Measured> way : ways.entrySet()) {
                long begin = System.nanoTime();
                long beginProcessor = THREADS.getCurrentThreadCpuTime();
                made.put(way.getKey(), way.getValue().run(path));
                double processor = (THREADS.getCurrentThreadCpuTime() - beginProcessor) / 1e9;
                alone.merge(way.getKey(), megabytes / processor, Math::max);
                double rate = megabytes / ((System.nanoTime() - begin) / 1e9);
                best.merge(way.getKey(), rate, Math::max);
            }
        }
        double baseline = best.values().iterator().next();
        double baselineAlone = alone.values().iterator().next();
        Table table = new Table("way", "MB/s", "ratio", "MB/s of processor time", "ratio", "MB or records made");
        best.forEach((way, rate) -> table.row(
                way,
                rate,
                Table.ratio(rate, baseline),
                alone.get(way),
                Table.ratio(alone.get(way), baselineAlone),
                made.get(way) > 50_000_000 ? made.get(way) / 1_000_000 : made.get(way)));
        table.print(String.format(
                Locale.ROOT,
                "%.0f MB of EBCDIC records of variable length, heap %s, best of %d",
                megabytes,
                HEAP,
                ROUNDS));
    }

    private interface Measured {
        long run(Path file) throws Exception;
    }

    private static long characters(Path file) throws IOException {
        long count = 0;
        char[] piece = new char[PIECE];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), CODE_PAGE)) {
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                count += read;
            }
        }
        return count;
    }

    private static long json(Path file, String output) throws Exception {
        long count = 0;
        byte[] piece = new byte[PIECE];
        try (DefaultCamelContext context = new DefaultCamelContext();
                CopybookDataFormat format = format(context, output);
                InputStream json = (InputStream) format.unmarshal(exchange(context), (Object) file.toFile())) {
            for (int read = json.read(piece); read >= 0; read = json.read(piece)) {
                count += read;
            }
        }
        return count;
    }

    private static long maps(Path file) throws Exception {
        long count = 0;
        try (DefaultCamelContext context = new DefaultCamelContext();
                CopybookDataFormat format = format(context, "records")) {
            Iterator<?> records = (Iterator<?>) format.unmarshal(exchange(context), (Object) file.toFile());
            while (records.hasNext()) {
                if (records.next() != null) {
                    count++;
                }
            }
        }
        return count;
    }

    private static Exchange exchange(DefaultCamelContext context) {
        return new DefaultExchange(context);
    }

    private static CopybookDataFormat format(DefaultCamelContext context, String output) throws IOException {
        File copybook = File.createTempFile("customer", ".cpy");
        try {
            Files.writeString(copybook.toPath(), COPYBOOK);
            CopybookDataFormat format = new CopybookDataFormat();
            format.setCamelContext(context);
            format.setCopybook("file:" + copybook);
            format.setCharset(CODE_PAGE);
            format.setFormat("rdw");
            format.setOutput(output);
            format.start();
            return format;
        } finally {
            Files.delete(copybook.toPath());
        }
    }

    /** Some thousand different customers, again and again. */
    private static void generate(Path file) throws Exception {
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        try (DefaultCamelContext context = new DefaultCamelContext();
                CopybookDataFormat format = format(context, "records")) {
            format.marshal(exchange(context), customers(), some);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long written = 0; written < MEGABYTES * 1_000_000L; written += some.size()) {
                some.writeTo(out);
            }
        }
    }

    private static List<Map<String, Object>> customers() {
        Random random = new Random(1);
        List<Map<String, Object>> customers = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            Map<String, Object> customer = new LinkedHashMap<>();
            customer.put("CUSTOMER-NUMBER", 4_000_000_000L + i);
            customer.put("CUSTOMER-NAME", word(random, 8) + " " + word(random, 12));
            customer.put("STREET", word(random, 14) + " " + random.nextInt(200));
            customer.put("CITY", word(random, 10));
            customer.put("CREDIT-LIMIT", BigDecimal.valueOf(random.nextInt(100_000_000), 2));
            customer.put("BALANCE", BigDecimal.valueOf(random.nextInt(2_000_000_000) - 1_000_000_000, 2));
            customer.put("SINCE", 20_000_101 + random.nextInt(100_000));
            customer.put("STATUS-CODE", "A");
            customer.put("ORDERS", orders(random));
            customers.add(customer);
        }
        return customers;
    }

    private static List<Map<String, Object>> orders(Random random) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = random.nextInt(13); i > 0; i--) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int j = random.nextInt(9); j > 0; j--) {
                lines.add(Map.of(
                        "ARTICLE", word(random, 10),
                        "TITLE", word(random, 20),
                        "QUANTITY", random.nextInt(1_000),
                        "PRICE", BigDecimal.valueOf(random.nextInt(10_000_000), 2),
                        "TAX", new BigDecimal("19.00")));
            }
            orders.add(Map.of(
                    "ORDER-NUMBER", random.nextInt(999_999_999),
                    "ORDER-DATE", random.nextInt(9_999_999),
                    "LINES-OF", lines,
                    "ORDER-SUM", BigDecimal.valueOf(random.nextInt(1_000_000_000) - 1_000, 2)));
        }
        return orders;
    }

    private static String word(Random random, int most) {
        StringBuilder word = new StringBuilder();
        for (int i = 3 + random.nextInt(most - 2); i > 0; i--) {
            word.append((char) ('A' + random.nextInt(26)));
        }
        return word.toString();
    }
}
