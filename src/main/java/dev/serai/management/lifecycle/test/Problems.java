package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Finding;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Everything that is wrong with one test file. */
final class Problems {

    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    /** @param place the file, relative to the home folder */
    Problems(String place) {
        this.place = place;
    }

    void add(Node at, String message, String hint) {
        add(YamlTree.line(at), YamlTree.column(at), message, hint);
    }

    void add(int line, int column, String message, String hint) {
        findings.add(Finding.error(place, line, column, TestCheck.NAME, message, hint));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
