package dev.serai.acceptance;

import dev.serai.fixture.RunningSerai;
import java.util.Map;
import java.util.TreeMap;

/** What is told of probations. */
final class Probations {

    private Probations() {}

    /** What the history says of probations, by version. */
    static Map<Integer, String> notes(RunningSerai serai) {
        Map<Integer, String> notes = new TreeMap<>();
        serai.api("GET", "/integrations/greet/versions", "").json().forEach(version -> {
            if (!version.path("probation").isNull()) {
                notes.put(
                        version.path("version").asInt(),
                        version.path("probation").asText());
            }
        });
        return notes;
    }
}
