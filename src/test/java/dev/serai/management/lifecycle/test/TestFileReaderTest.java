package dev.serai.management.lifecycle.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when a test file is wrong; its tests do not run then. */
class TestFileReaderTest {

    private static final String AT = "routes/orders/orders.test.yaml:";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nam: t                   | 2:5 | "nam" is no key of a test; did you mean "name"?
            given: text              | 3:12 | a given message is a map, not "text"; keys: body, file, headers, object, properties, route, to
            given: { too: x }        | 3:14 | "too" is no key of a given message; did you mean "to"?
            given: { body: x }       | 3:12 | a given message has either "to", an endpoint or HTTP request line, or "route", a route's id; see src/docs/testing.md
            given: { to: a, file: no.json } | 3:27 | the integration has no file "no.json"; known: orders.camel.yaml, orders.test.yaml
            given: { to: a, body: x, file: orders.camel.yaml } | 3:36 | a message has one body, not both body and file
            given: { to: a, headers: x } | 3:30 | "headers" of a given message is a map, not "x"
            within: 2 days           | 3:13 | "within" of a test is a duration such as 500ms, 2s or 1m, not "2 days"
            within: 0s               | 3:13 | "within" of a test is a duration such as 500ms, 2s or 1m, not "0s"
            order: random            | 3:12 | "order" is strict or any, not "random"
            mock: [ x ]              | 3:11 | "mock" of a test is a map, not a list
            mock: { a: { boddy: x } } | 3:18 | "boddy" is no key of an answer; did you mean "body"?
            mock: { a: { fails: { status: 503, exception: X } } } | 3:35 | a failure is either an HTTP "status" or an "exception"
            expect: { at: x }        | 3:13 | "expect" of a test is a list, not a map
            expect: [ { att: x, at: x } ] | 3:17 | "att" is no key of an expectation; did you mean "at"?
            expect: [ { body: x } ]  | 3:15 | an expectation has either "at", an endpoint or "reply", or "fails", a text of the failure; see src/docs/testing.md
            expect: [ { at: x, count: -1 } ] | 3:31 | "count" of an expectation is a whole number from 0, not "-1"
            expect: [ { at: x, count: many } ] | 3:31 | "count" of an expectation is a whole number from 0, not "many"
            expect: [ { at: x, count: 0, body: y } ] | 3:31 | no message is expected, yet it is described; leave out one of the two
            expect: [ { at: x, status: 200 } ] | 3:32 | only a reply has a "status"; expect it with "at: reply"
            expect: [ { at: x, matches: "(" } ] | 3:33 | "matches" is no regular expression: Unclosed group
            expect: [ { fails: x, body: y } ] | 3:33 | "body" says nothing about a failure; put it into an expectation of its own
            """)
    void aMistakeIsToldWithItsPlace(String line, String place, String message) {
        List<String> wrong = routes().wrong("tests:\n  - name: t\n    " + line + "\n");

        assertThat(wrong).anySatisfy(sentence -> assertThat(sentence)
                .startsWith(AT)
                .contains((line.startsWith("nam:") ? "3:5" : place) + ": " + message));
    }

    @Test
    void aWrongJsonPathIsTold() {
        assertThat(
                        routes().wrong(
                                        "tests: [ { name: t, given: { to: a }, expect: [ { at: b, jsonpath: { \"$.[\": 1 } } ] } ]"))
                .singleElement()
                .asString()
                .startsWith(AT + "1:70: no JSON path: ")
                .endsWith("for example $.lines[0].price");
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        TestedRoutes two = routes().with("more.test.yaml", "test: []\n");

        assertThat(two.wrong("tests:\n  - nam: t\n    order: x\n"))
                .contains(
                        "routes/orders/more.test.yaml:1:1: \"test\" is no key of a test file; did you mean \"tests\"?",
                        "routes/orders/more.test.yaml:1:1: a test file has a list of \"tests\"; this one has none",
                        AT + "2:5: \"nam\" is no key of a test; did you mean \"name\"?",
                        AT + "2:5: a test has a \"name\"; this one has none; see src/docs/testing.md",
                        AT + "3:12: \"order\" is strict or any, not \"x\"");
    }

    @Test
    void aTestThatExpectsNothingCannotFailAndIsRefused() {
        assertThat(routes().wrong("tests: [ { name: t, given: { to: \"direct:a\" }, expect: [] } ]"))
                .containsExactly(AT + "1:10: test \"t\" expects nothing, so it cannot fail; see src/docs/testing.md");
    }

    @Test
    void namesAreUniqueWithinAFile() {
        String test = "{ name: t, given: { to: \"direct:a\" }, expect: [ { at: reply } ] }";

        assertThat(routes().wrong("tests:\n  - " + test + "\n  - " + test + "\n"))
                .containsExactly(
                        AT + "3:13: two tests are called \"t\"; give each its own name, reports tell them apart by it");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThat(routes().wrong("tests:\n\t- name: t\n"))
                .singleElement()
                .asString()
                .startsWith(AT + "2:1: not YAML: ");
        assertThat(routes().wrong("tests: []\ntests: []\n"))
                .containsExactly(AT + "2:1: \"tests\" stands twice in its map; keep one");
        assertThat(routes().wrong("tests: &a [ *a ]\n"))
                .containsExactly(AT + "1:8: an alias contains itself; write it out");
        assertThat(routes().wrong(""))
                .containsExactly(AT + "1:1: the file is empty; write a list of tests under \"tests:\"");
        assertThat(routes().wrong("- a\n"))
                .containsExactly(AT + "1:1: a test file is a map, not a list; keys: mock, properties, tests");
    }

    private static TestedRoutes routes() {
        return TestedRoutes.route("direct:a", "- to: event:b");
    }
}
