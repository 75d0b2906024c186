package dev.serai.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- from:\n    uri: timer:a\n",
                "# a comment\n\n---\n- route:\n    id: a\n",
                "  - rest:\n      get: []\n",
                "-\n  from:\n    uri: timer:a\n",
                "- form:\n    uri: timer:a\n",
                "from:\n  uri: timer:a\n",
                "[{from: {uri: 'timer:a'}}]",
                "apiVersion: camel.apache.org/v1\nkind: Pipe\n",
                "",
                "\tfrom nothing that can be told"
            })
    void yamlThatIsMeantAsRoutes(String text) {
        assertThat(isRoutes("some.yaml", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: 3.0.2\npaths: {}\n",
                "---\n# chart\nreplicas: 2\nimage:\n  from: here\n",
                "services:\n  broker: {}\n",
                "apiVersion: v1\nkind: Service\n---\napiVersion: apps/v1\nkind: Deployment\n",
                "- id: 1\n  name: from\n- id: 2\n",
                "- test: a\n- test: b\n",
                "- a\n- b\n",
                "{\"openapi\": \"3.1.0\"}",
                "name: citrus\nactions:\n  - echo: a\n"
            })
    void yamlThatLiesBeside(String text) {
        assertThat(isRoutes("some.yaml", text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <routes xmlns="http://camel.apache.org/schema/spring"/>                    | true
                    <?xml version="1.0"?><!-- one --><camel><route/></camel>                  | true
                    <c:beans xmlns:c="x"/>                                                     | true
                    <ruotes><route><from uri="timer:a"/></route></ruotes>                      | true
                    <?xml version="1.0"?><catalogue/>                                         | false
                    <tests><test/></tests>                                                     | false
                    <!DOCTYPE x [<!ENTITY a "b">]><xsl:stylesheet xmlns:xsl="y"/>              | false
                    no mark-up                                                                 | true
                    """)
    void xmlByItsRoot(String text, boolean routes) {
        assertThat(isRoutes("some.xml", text)).isEqualTo(routes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.camel.yaml", "a.camel.xml", "beans.yaml", "A.java"})
    void namesThatSaySo(String name) {
        assertThat(isRoutes(name, "replicas: 2")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "a.kamelet.yaml", "a.test.yaml", "petstore.json", "integration.yaml"})
    void namesThatAreSomethingElse(String name) {
        assertThat(isRoutes(name, "- from:\n    uri: timer:a\n")).isFalse();
    }

    @Test
    void whatWasTakenForAnIntegrationOfOneFileStaysOneWhateverItsContent() {
        Bundle bundle = new Bundle("a", "a.yaml", Map.of("a.yaml", bytes("replicas: 2")));

        assertThat(RouteFiles.isRoutes(bundle, "a.yaml")).isTrue();
    }

    private static boolean isRoutes(String name, String text) {
        return RouteFiles.isRoutes(name, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
