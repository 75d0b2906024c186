package bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benches that are named, or all. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Map<String, Measurement> benches = new LinkedHashMap<>();
        benches.put("start", Start::run);
        benches.put("save", SaveToLive::run);
        benches.put("switch", Switch::run);
        benches.put("footprint", Footprint::run);
        benches.put("packs", Packs::run);
        benches.put("throughput", Throughput::run);
        benches.put("inflight", InFlight::run);
        benches.put("watched", Watched::run);
        benches.put("observed", Observed::run);
        benches.put("audit", Audit::run);
        benches.put("inserts", Inserts::run);
        benches.put("kafka", Kafka::run);
        benches.put("versus", Versus::run);
        benches.put("copybook", CopybookFile::run);
        benches.put("anomaly", Anomaly::run);
        benches.put("policies", Policies::run);
        List<String> names = args.length == 0 ? List.copyOf(benches.keySet()) : List.of(args);
        if (!benches.keySet().containsAll(names)) {
            System.err.println("there is a bench that is unknown in " + names + "; known are " + benches.keySet());
            System.exit(2);
        }
        System.out.println(
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        for (String name : names) {
            benches.get(name).run();
        }
    }

    private interface Measurement {
        void run() throws Exception;
    }
}
