package dev.cordon.model.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "_", "-", "sg-bp1f0000000", "eni_7"})
    void lettersDigitsAndTwoSignsAreWellFormed(String text) {
        assertEquals(true, Id.isWellFormed(text));
    }

    /// The neighbours of each range, what separates words elsewhere, letters beyond ASCII.
    @ParameterizedTest
    @ValueSource(strings = {"", "`", "{", "@", "[", "/", ":", "^", "a/b", "a b", "a.b", "a\n", "é", "\uff11"})
    void nothingElseIs(String text) {
        assertEquals(false, Id.isWellFormed(text));
        assertThrows(IllegalArgumentException.class, () -> new EniId(text));
    }

    @Test
    void hasALength() {
        assertEquals(true, Id.isWellFormed("a".repeat(Id.LENGTH_MAX)));
        assertEquals(false, Id.isWellFormed("a".repeat(Id.LENGTH_MAX + 1)));
    }
}
