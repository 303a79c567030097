package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// Parameters of actions, all of them: rules, ports, blocks, filters, pages, ids, names. Each line
/// is the query of one call that is signed as it should be.
@Tag("fuzz")
final class ActionFuzzTest {

    private static final int CALL_COUNT_MAX = 8;

    @FuzzTest
    void isAnsweredAndLeavesAWholeState(byte[] bytes) {
        FuzzedCloud cloud = new FuzzedCloud();
        Fuzzed.text(bytes)
                .lines()
                .limit(CALL_COUNT_MAX)
                .forEach(query -> FuzzedCloud.checkAnswer(cloud.answer(cloud.signed(query))));
        cloud.checkState();
    }
}
