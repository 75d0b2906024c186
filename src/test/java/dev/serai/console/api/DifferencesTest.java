package dev.serai.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.console.api.Differences.Change;
import dev.serai.console.api.Differences.FileDifference;
import dev.serai.console.fixture.InMemoryIntegrations;
import dev.serai.foundation.Bundle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void aFileThatWasRemovedGoesToDevNull() {
        assertThat(between(files("a", "x\n", "b", "y\n"), files("b", "y\n")))
                .containsExactly(
                        new FileDifference("a", Change.REMOVED, "--- a/a\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n"));
    }

    @Test
    void aLastLineThatLostItsEndIsAChange() {
        assertThat(between(files("a", "x\n"), files("a", "x")))
                .extracting(FileDifference::diff)
                .containsExactly("--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n");
    }

    @Test
    void aFileThatIsNoTextIsToldByItsSize() {
        Bundle older = new Bundle("n", "n/", Map.of("a", new byte[] {-1}));
        Bundle newer = new Bundle("n", "n/", Map.of("a", new byte[] {-1, -2}));

        assertThat(between(older, newer))
                .extracting(FileDifference::diff)
                .containsExactly("binary file a: 1 bytes before, 2 after\n");
    }

    private static Bundle files(String... pathsAndTexts) {
        return InMemoryIntegrations.folder("n", pathsAndTexts);
    }

    private static List<FileDifference> between(Bundle older, Bundle newer) {
        return Differences.between(1, older, 2, newer).files();
    }
}
