package dev.serai.management.lifecycle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.Bundle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenCatalogueTest {

    private static final Gate GATE = new Gate(List.of());

    static Stream<String> cases() {
        return Catalogue.cases("broken");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyBrokenInputIsRefusedInTheseWords(String name) {
        Bundle bundle = Catalogue.bundle("broken", name);

        Verdict verdict = GATE.check(bundle, Catalogue.LANDSCAPE);

        assertThat(verdict.accepts()).isFalse();
        assertThat(verdict.findings())
                .extracting(finding -> finding.severity() + " " + finding.sentence())
                .containsExactlyElementsOf(Catalogue.expected(name));
    }

    @Test
    void theCatalogueIsLarge() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(70);
    }
}
