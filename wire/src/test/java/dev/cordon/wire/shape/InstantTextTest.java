package dev.cordon.wire.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.Chance;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstantTextTest {

    @Test
    void whatIsWrittenIsRead() {
        Chance chance = Chance.seeded(1);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(300L * chance.between(-1_000_000_000, 1_000_000_000) + i);
            assertEquals(Optional.of(instant), InstantText.parse(instant.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:34:56.007Z", "+12026-01-31T12:34:56Z", "-0001-01-31T12:34:56Z"})
    void readsUnusualTimes(String text) {
        assertEquals(Optional.of(Instant.parse(text)), InstantText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-02-30T12:34:56Z",
                "2026-13-01T12:34:56Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T12:34:60Z",
                "2026-01-31t12:34:56Z",
                "2026-01-31T12:34:56z",
                "2026-01-31T12:34Z",
                "2026-01-31T12:34:56.5Z",
                "2026-01-31T12:34:56+00:00",
                "٢٠٢٦-01-31T12:34:56Z"
            })
    void takesNoOtherText(String text) {
        assertEquals(Optional.empty(), InstantText.parse(text));
    }
}
