package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WritesTest {

    private static Writes puts(SortedMap<Key, String> puts) {
        return new Writes(puts, new TreeSet<>());
    }

    private static Writes put(String value) {
        return puts(new TreeMap<>(Map.of(new Key("a"), value)));
    }

    @Test
    void originalCanChangeWithoutEffect() {
        TreeMap<Key, String> original = new TreeMap<>(Map.of(new Key("a"), "one"));
        Writes writes = puts(original);
        original.put(new Key("b"), "two");
        assertThat(writes).isEqualTo(put("one"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> writes.puts().clear());
    }

    @Test
    void orderIsThatOfKeysWhateverTheOriginalHad() {
        TreeMap<Key, String> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(Map.of(new Key("a"), "one", new Key("b"), "two"));
        assertThat(puts(backwards).puts().keySet()).containsExactly(new Key("a"), new Key("b"));
    }

    @Test
    void keyThatIsPutAndDeletedIsRefused() {
        TreeMap<Key, String> puts = new TreeMap<>(Map.of(new Key("a"), "one"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Writes(puts, new TreeSet<>(List.of(new Key("a"), new Key("b")))))
                .withMessage("keys are both put and deleted: `[a]`");
    }

    @Test
    void valueIsLimitedInBytes() {
        String threeBytes = "\u4e2d";
        String longest = threeBytes.repeat(Writes.VALUE_BYTE_COUNT_MAX / 3);
        assertThat(put(longest).byteCount()).isEqualTo(1 + Writes.VALUE_BYTE_COUNT_MAX / 3 * 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put(longest + threeBytes))
                .withMessage("too many bytes in value of `a`: `1048578`, limit 1048576");
    }

    @Test
    void bytesAreThoseOfUtf8() {
        assertThat(put("a\u00e9\u4e2d\ud83d\ude00").byteCount()).isEqualTo(1 + 1 + 2 + 3 + 4);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("ab\ud83d"))
                .withMessage("half a surrogate pair at index `2`");
        assertThatIllegalArgumentException().isThrownBy(() -> put("\ude00"));
    }

    @Test
    void keysAreLimited() {
        TreeMap<Key, String> many = new TreeMap<>();
        for (int number = 0; number < Writes.KEY_COUNT_MAX; number++) {
            many.put(new Key("key/" + number), "value");
        }
        assertThat(puts(many).puts()).hasSize(Writes.KEY_COUNT_MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Writes(many, new TreeSet<>(List.of(new Key("more")))))
                .withMessage("too many keys in a commit: `10001`, limit 10000");
    }

    @Test
    void bytesOfACommitAreLimited() {
        TreeMap<Key, String> large = new TreeMap<>();
        for (int number = 0; number < Writes.BYTE_COUNT_MAX / Writes.VALUE_BYTE_COUNT_MAX; number++) {
            large.put(new Key("key/" + number), "x".repeat(Writes.VALUE_BYTE_COUNT_MAX));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> puts(large))
                .withMessageContaining("too many bytes in a commit");
    }
}
