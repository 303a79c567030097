package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.wire.state.StoreKey;
import org.junit.jupiter.api.Tag;

/// Keys of the store.
@Tag("fuzz")
final class StoreKeyFuzzTest {

    @FuzzTest
    void isReadBackOrRefused(byte[] bytes) {
        Fuzzed.isReadBack(StoreKey.parse(Fuzzed.text(bytes)), StoreKey::of, StoreKey::parse);
    }
}
