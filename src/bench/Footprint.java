package bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Resident memory of an idle Serai by the number of its integrations. */
final class Footprint {

    private static final int FLEET = Integer.getInteger("fleet", 200);
    private static final Duration SETTLE = Duration.ofSeconds(Integer.getInteger("settle", 10));

    static void run() throws Exception {
        Table table =
                new Table("integrations", "resident MB", "all live after ms", "MB per further one", "ratio to one");
        double one = 0;
        for (int size : List.of(1, FLEET / 4, FLEET)) {
            Path home = Subject.newHome();
            Fleet.write(home, size);
            try (Subject serai = Subject.serai(home, Map.of())) {
                long start = System.nanoTime();
                Fleet.await(serai, size);
                double live = (System.nanoTime() - start) / 1e6;
                Thread.sleep(SETTLE.toMillis());
                double resident = serai.memory("VmRSS");
                one = size == 1 ? resident : one;
                String each = size == 1 ? "" : String.format(Locale.ROOT, "%.2f", (resident - one) / (size - 1));
                table.row(size, resident, live, each, Table.ratio(resident, one));
            }
            Subject.remove(home);
        }
        table.print("Memory, " + SETTLE.toSeconds() + " s after the last answer");
    }
}
