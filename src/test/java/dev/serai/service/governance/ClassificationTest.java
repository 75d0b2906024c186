package dev.serai.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.service.governance.classification.Classification;
import dev.serai.service.governance.classification.DataClass;
import dev.serai.service.governance.classification.Detector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

    private static final Classification CLASSES = new Classification(List.of(
            new DataClass(
                    "personal",
                    List.of(Detector.EMAIL, Detector.PHONE),
                    List.of("firstName"),
                    List.of("customer.address.*")),
            new DataClass("payment", List.of(Detector.IBAN, Detector.CARD), List.of(), List.of())));

    /** Numbers that are published as examples. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EMAIL, ada.lovelace+post@mail.example.org",
        "PHONE, +49 30 901820",
        "PHONE, (030) 901-8200",
        "PHONE, 555-123-4567",
        "IBAN, DE89 3704 0044 0532 0130 00",
        "IBAN, GB82WEST12345698765432",
        "CARD, 4111 1111 1111 1111",
        "CARD, 378282246310005",
        "NATIONAL_ID, 36574261809",
        "NATIONAL_ID, 12345678Z",
        "NATIONAL_ID, 255081416802538",
        "NATIONAL_ID, 44051401359",
        "NATIONAL_ID, AB123456C",
        "NATIONAL_ID, 078-05-1120",
    })
    void aValueIsKnownByItsForm(Detector detector, String value) {
        assertThat(detector.finds("it is " + value + " here")).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EMAIL, ada at example.org",
        "EMAIL, @example.org",
        "PHONE, 2026-11-23",
        "PHONE, 10.0.0.1",
        "PHONE, 1234567890123",
        "PHONE, 550e8400-e29b-41d4-a716-446655440000",
        "IBAN, DE89 3704 0044 0532 0130 01",
        "CARD, 4111 1111 1111 1112",
        "CARD, 1234567890123456",
        "NATIONAL_ID, 36574261808",
        "NATIONAL_ID, 12345678A",
        "NATIONAL_ID, 000-12-3456",
        "NATIONAL_ID, QQ123456C",
    })
    void aValueThatOnlyLooksAlikeIsLeft(Detector detector, String value) {
        assertThat(detector.finds("it is " + value + " here")).isFalse();
    }

    @Test
    void fieldsAreClassedByNamePathAndForm() {
        assertThat(CLASSES.of(Map.of("first_name", "Ada"), "")).containsExactly("personal");
        assertThat(CLASSES.of(Map.of("customer", Map.of("address", Map.of("city", "London"))), ""))
                .containsExactly("personal");
        assertThat(CLASSES.of(List.of(Map.of("account", "DE89370400440532013000")), ""))
                .containsExactly("payment");
        assertThat(CLASSES.of(Map.of("id", 7, "city", "London"), "")).isEmpty();
    }

    @Test
    void aTextIsClassedByTheFormOfItsValues() {
        assertThat(CLASSES.of(null, "mail ada@example.org, card 4111111111111111"))
                .containsExactly("personal", "payment");
        assertThat(CLASSES.of(null, "nothing of anybody")).isEmpty();
    }
}
