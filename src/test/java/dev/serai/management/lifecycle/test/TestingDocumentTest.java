package dev.serai.management.lifecycle.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about tests beside a route says what is so. */
class TestingDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsExampleRuns() throws IOException {
        TestReport report = TestedRoutes.route("platform-http:/orders?httpMethodRestrict=POST", """
                        - setHeader: { name: customer, jsonpath: { expression: "$.customer", resultType: java.lang.String } }
                        - to: "orders-db:insert into orders values (:#customer)"
                        - to: event:order-stored
                        - setHeader: { name: CamelHttpResponseCode, constant: 201 }
                        """)
                .with("samples/good.json", "{ \"customer\": \"ada\" }")
                .run(example());

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.results()).hasSize(2);
    }

    @Test
    void itNamesEveryKey() throws IOException {
        String page = page();

        assertThat(TestFileReader.keys()).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    private static String example() throws IOException {
        Matcher matcher = EXAMPLE.matcher(page());
        return Optional.of(matcher).filter(Matcher::find).orElseThrow().group(1);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/testing.md"));
    }
}
