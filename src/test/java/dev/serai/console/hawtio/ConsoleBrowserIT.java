package dev.serai.console.hawtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.ShippedHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console as a person uses it: the scripts in {@code src/test/browser/pages/} in headless Chromium against a whole runtime. Screenshots
 * of every page are left in {@code target/screenshots/}.
 */
class ConsoleBrowserIT {

    @TempDir
    Path home;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        Browser browser = Browser.found();
        if (!browser.isThere()) {
            System.out.println("NOT RUN: the console's pages in a browser; " + browser.whatIsMissing());
            return Stream.empty();
        }
        ShippedHome.in(home);
        try (LiveSerai serai = LiveSerai.start(home)) {
            List<Browser.Page> pages = browser.run(home);
            return pages.stream()
                    .map(page -> DynamicTest.dynamicTest(
                            page.name(), () -> assertThat(page.failure()).isEmpty()));
        }
    }
}
