package dev.serai.foundation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

    /** 2026-11-22 is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T02:00, true",
        "2026-11-22T03:59, true",
        "2026-11-22T04:00, false",
        "2026-11-23T02:30, false",
        "2026-11-23T23:45, true",
        "2026-11-24T00:10, true",
        "2026-11-24T00:15, false"
    })
    void holdAtTheirTimesAlsoPastMidnight(LocalDateTime at, boolean holds) {
        Windows windows = Windows.read("Sun 02:00-04:00, 23:30-00:15");

        assertThat(windows.hold(at)).isEqualTo(holds);
    }

    @Test
    void nothingWrittenNeverHolds() {
        assertThat(Windows.read("").hold(LocalDateTime.MIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:00", "Sonntag 02:00-04:00", "25:00-26:00", "Xyz 01:00-02:00"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Windows.read(text)).hasMessage("expected " + Windows.EXPECTED);
    }
}
