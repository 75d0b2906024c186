package dev.serai.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private final Masking masking = Masking.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "userPassword",
                "DB_PASSWORD",
                "passwd",
                "token",
                "access_token",
                "X-Auth-Token",
                "Authorization",
                "Proxy-Authorization",
                "clientSecret",
                "apiKey",
                "X-Api-Key",
                "api_key",
                "Cookie",
                "Set-Cookie",
                "iban",
                "creditorIBAN",
                "card",
                "cardNumber",
                "credit_card",
                "cvv",
                "pin",
                "PIN",
                "credentials"
            })
    void hidesTellingNames(String name) {
        assertThat(masking.hides(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "customer",
                "discard",
                "cardinality",
                "spinning",
                "company",
                "Content-Type",
                "author",
                "shipping",
                "panel"
            })
    void showsOthers(String name) {
        assertThat(masking.hides(name)).isFalse();
    }

    @Test
    void hidesFurtherNamesThatAreConfigured() {
        Masking more = Masking.with("tax-id, birthday");

        assertThat(more.hides("taxId")).isTrue();
        assertThat(more.hides("customer_birthday")).isTrue();
        assertThat(more.hides("password")).isTrue();
        assertThat(more.hides("customer")).isFalse();
    }

    @Test
    void keepsJsonJsonAndItsOtherFields() throws Exception {
        String masked = masking.text("""
                {"id": 7, "password": "s3cr\\"et", "pin": 1234, "card": {"number": "4111111111111111", "holder": ["A", {"b": "}"}]},
                 "tokens": ["a", "b"], "note": "all well", "auth": null}""");

        JsonNode json = new ObjectMapper().readTree(masked);
        assertThat(json.path("id").asInt()).isEqualTo(7);
        assertThat(json.path("note").asText()).isEqualTo("all well");
        assertThat(List.of("password", "pin", "card", "tokens", "auth"))
                .allSatisfy(name -> assertThat(json.path(name).asText()).isEqualTo(Masking.MASK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user=ada&password=hunter2&next=1|user=ada&password=••••&next=1",
                "<order><password>hunter2</password><id>7</id></order>|<order><password>••••</password><id>7</id></order>",
                "<ns:apiKey a='1'>hunter2</ns:apiKey>|<ns:apiKey a='1'>••••</ns:apiKey>",
                "<login password=\"hunter2\" user=\"ada\"/>|<login password=\"••••\" user=\"ada\"/>",
                "Authorization: Bearer hunter2hunter2|Authorization: ••••",
                "token = 'hunter2', id = 7|token = '••••', id = 7",
                "{password=hunter2, id=7}|{password=••••, id=7}",
                "{\"password\": \"hunter2|{\"password\": \"••••\"",
                "{\"card\": {\"number\": \"hunter2|{\"card\": \"••••\"",
                "<password>hunter2|<password>••••",
                "{\"p\\u0061ssword\": \"hunter2\"}|{\"p\\u0061ssword\": \"••••\"}",
            })
    void hidesValuesInTextsOfAnyForm(String text, String shown) {
        assertThat(masking.text(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay DE89 3704 0044 0532 0130 00 today", "pay GB82WEST12345698765432 today",
                        "pay 4111 1111 1111 1111 today",
                "pay 4111111111111111 today", "sent Bearer abcdefghijkl today",
                        "sent eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2ln today"
            })
    void hidesTellingValuesWhereverTheyStand(String text) {
        assertThat(masking.text(text)).matches("(pay|sent Bearer|sent) •••• today");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 1234567890123456 came",
                "2026-11-22T08:30:00Z",
                "at 12:30:15 in https://example.com/a?b=c",
                "id 4bf92f3577b34da6a3ce929d0e0e4736",
                "DE12 is no account",
                "<a><b>text</b></a>",
                "",
                "{}",
                "a=",
                "\"password\":"
            })
    void leavesOtherTextsAsTheyAre(String text) {
        assertThat(masking.text(text)).isEqualTo(text);
    }

    @Test
    void showsHeadersWithSimpleValuesAndTheKindOfOthers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer abcdefghijkl");
        headers.put("X-Request", 7);
        headers.put("tags", List.of("a", "b"));
        headers.put("connection", new StringBuilder("x").chars());
        headers.put("note", "password=hunter2");

        Map<String, String> shown = masking.headers(headers);

        assertThat(shown).containsEntry("Authorization", Masking.MASK).containsEntry("X-Request", "7");
        assertThat(shown).containsEntry("tags", "[a, b]").containsEntry("note", "password=" + Masking.MASK);
        assertThat(shown.get("connection")).startsWith("(java.util.stream");
    }

    @Test
    void neverLetsAPlantedSecretThroughWhereverATextIsCutOff() {
        String text =
                "{\"a\": [1, {\"password\": \"hunter2hunter2\", \"b\": \"c\"}], \"secretKeys\": {\"x\": [\"hunter2hunter2\"]}}";
        for (int end = 0; end <= text.length(); end++) {
            assertThat(masking.text(text.substring(0, end))).doesNotContain("hunter");
        }
    }

    @Test
    void copesWithAnyTextInLinearTime() {
        List<String> nasty = new ArrayList<>(List.of(
                "a-".repeat(50_000),
                "{".repeat(100_000),
                "\"".repeat(100_001),
                "<a".repeat(50_000),
                "=:".repeat(50_000)));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 60; j++) {
                text.append("\"'{}[]<>=: \\pa/token,".charAt(random.nextInt(21)));
            }
            nasty.add(text.toString());
        }

        assertThatCode(() -> nasty.forEach(masking::text)).doesNotThrowAnyException();
    }
}
