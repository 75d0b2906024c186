package dev.serai.management.lifecycle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoodCatalogueTest {

    private static final Gate GATE = new Gate(List.of());

    static Stream<String> cases() {
        return Catalogue.cases("good");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatOthersWroteIsAcceptedAsItIs(String name) {
        Verdict verdict = GATE.check(Catalogue.bundle("good", name), Catalogue.LANDSCAPE);

        assertThat(verdict.findings()).isEmpty();
    }
}
