package dev.serai.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.fixture.AllPacks;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Gate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the gate says about languages and data formats that packs bring. */
class PackedExpressionsTest {

    private static final String ROUTE = """
            - route:
                id: r
                from:
                  uri: direct:in
                  steps:
                    - %s
            """;

    private final Packs packs = Packs.ofDistribution(Path.of("connectors"));
    private final Gate gate = new Gate(List.of(), new AllPacks(packs));

    @AfterEach
    void close() {
        packs.close();
    }

    private List<String> findings(String step) {
        Bundle bundle = new Bundle(
                "r",
                "r.camel.yaml",
                Map.of("r.camel.yaml", ROUTE.formatted(step).getBytes(StandardCharsets.UTF_8)));
        return gate.check(bundle, Landscape.EMPTY).findings().stream()
                .filter(Finding::refuses)
                .map(Finding::message)
                .toList();
    }

    @Test
    void dataSonnetIsRead() {
        assertThat(findings("setBody: {datasonnet: {expression: '{ a: payload.b, '}}"))
                .singleElement()
                .asString()
                .startsWith("the datasonnet expression cannot be read: Problem parsing: ");
        assertThat(findings("setBody: {datasonnet: {expression: '{ a: payload.b }'}}"))
                .isEmpty();
    }

    @Test
    void xQueryIsRead() {
        assertThat(findings("setBody: {xquery: {expression: 'for $x in'}}"))
                .containsExactly("the xquery expression cannot be read: Expected an expression, but reached the end of"
                        + " the input");
        assertThat(findings(
                        "setBody: {xquery: {expression: '/o:order/o:price', namespace: [{key: o, value: 'urn:o'}]}}"))
                .isEmpty();
    }

    @Test
    void formatsOfPacksAreKnownByElementByNameAndAsEndpoint() {
        assertThat(findings("unmarshal: {beanio: {mapping: a.xml, streamName: a}}"))
                .isEmpty();
        assertThat(findings("unmarshal: {custom: {ref: excel}}")).isEmpty();
        assertThat(findings("to: 'dataformat:edi:unmarshal?form=json'")).isEmpty();
    }

    @Test
    void unknownFormatIsSuggested() {
        assertThat(findings("unmarshal: {custom: {ref: exel}}")).containsExactly("unknown data format \"exel\"");
    }
}
