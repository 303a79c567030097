package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @Test
    void longestKeyIsTaken() {
        assertThat(new Key("k".repeat(Key.BYTE_COUNT_MAX)).text()).hasSize(Key.BYTE_COUNT_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\t", "zero\0", "line\n", "\u00e9", "\u007f"})
    void textOutsideTheFormIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Key(text)).withMessageContaining("`" + text + "`");
    }

    @Test
    void keyOverTheLimitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Key("k".repeat(Key.BYTE_COUNT_MAX + 1)));
    }

    @Test
    void orderIsThatOfBytes() {
        assertThat(Stream.of("b", "a/10", "B", "a/2", "a")
                        .map(Key::new)
                        .sorted()
                        .map(Key::text))
                .isEqualTo(List.of("B", "a", "a/10", "a/2", "b"));
    }
}
