package dev.serai.adapter.messaging.nats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Grüße aus Zürich, 東京 🐪", "two\nlines", ""})
    void foreignTextComesBackAsItWas(String text) {
        String encoded = EncodedWords.encode(text);

        assertThat(EncodedWords.isPlain(encoded)).isTrue();
        assertThat(EncodedWords.decode(encoded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "=?UTF-8?B?not base64?=", "=?UTF-8?Q?other?=", "=?UTF-8?B?="})
    void whatIsNoEncodedWordStays(String text) {
        assertThat(EncodedWords.decode(text)).isEqualTo(text);
    }

    @Test
    void onlyTextBeyondAsciiIsForeign() {
        assertThat(EncodedWords.isPlain("order-7")).isTrue();
        assertThat(EncodedWords.isPlain("ü")).isFalse();
    }
}
