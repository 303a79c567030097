package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.wire.state.EntityForm;
import org.junit.jupiter.api.Tag;

/// Objects as the store keeps them.
@Tag("fuzz")
final class EntityFuzzTest {

    @FuzzTest
    void isReadBackOrRefused(byte[] bytes) {
        Fuzzed.isReadBack(EntityForm.parse(Fuzzed.text(bytes)), EntityForm::print, EntityForm::parse);
    }
}
