package dev.serai.console.hawtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.ShippedHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console as a person uses it: the scripts in {@code src/test/browser/} in headless Chromium against a whole runtime, logged in with Hawtio's
 * form. Screenshots of every page are left in {@code target/screenshots/}.
 */
class ConsoleBrowserIT {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path home;

    @TempDir
    Path proxy;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        Browser browser = Browser.found();
        if (!browser.isThere()) {
            return notRun("the console's pages in a browser; " + browser.whatIsMissing());
        }
        try (LiveSerai serai = start(Map.of())) {
            return tests(browser.run(home, serai.managementUrl(), PASSWORD, "pages"));
        }
    }

    @TestFactory
    Stream<DynamicTest> behindNginx() throws IOException {
        Browser browser = Browser.found();
        Optional<Path> program = Nginx.program();
        if (!browser.isThere() || program.isEmpty()) {
            String missing = browser.isThere() ? "nginx is not installed" : browser.whatIsMissing();
            return notRun("the console behind a proxy; " + missing);
        }
        try (LiveSerai serai = start(Map.of("serai.management.context-path", "/gate"));
                Nginx nginx = Nginx.start(program.get(), proxy, URI.create(serai.managementUrl()))) {
            return tests(browser.run(home, nginx.url() + "/gate", PASSWORD, "proxied"));
        }
    }

    private LiveSerai start(Map<String, String> more) throws IOException {
        Path password =
                ShippedHome.in(home).write("admin-password", PASSWORD).path().resolve("admin-password");
        Map<String, String> settings = new HashMap<>(more);
        settings.put("serai.anomaly.interval", "250ms");
        settings.put("serai.anomaly.learning", "30");
        settings.put("serai.management.admin-password", "{{file:" + password + "}}");
        return LiveSerai.start(home, settings);
    }

    private static Stream<DynamicTest> notRun(String what) {
        System.out.println("NOT RUN: " + what);
        return Stream.empty();
    }

    private static Stream<DynamicTest> tests(List<Browser.Page> pages) {
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.name(), () -> assertThat(page.failure()).isEmpty()));
    }
}
