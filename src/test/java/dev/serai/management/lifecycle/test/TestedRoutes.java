package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routes with tests beside them, built in a test. */
final class TestedRoutes {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static TestedRoutes of(String routes) {
        return new TestedRoutes().with("orders.camel.yaml", routes);
    }

    /** A route {@code route} from an endpoint with the given steps. */
    static TestedRoutes route(String from, String steps) {
        return of("- route:\n    id: orders\n    from:\n      uri: \"" + from + "\"\n      steps:\n" + steps.indent(8));
    }

    TestedRoutes with(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestReport run(String tests) {
        return run(Map.of(), tests);
    }

    TestReport run(Map<String, String> properties, String tests) {
        with("orders.test.yaml", tests);
        return new RouteTests(new ContextFactory(false, List.of()))
                .run(new Bundle("orders", "orders/", files), CompiledClasses.NONE, properties);
    }

    /** Place and sentence of everything that is wrong. */
    List<String> wrong(String tests) {
        return run(tests).allFindings().stream().map(Finding::sentence).toList();
    }
}
