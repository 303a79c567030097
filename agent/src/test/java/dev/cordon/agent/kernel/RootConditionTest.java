package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RootConditionTest {

    @Test
    void rootRunsTheTest() {
        assertThat(RootCondition.decide("a test", true, true).isDisabled()).isFalse();
    }

    @Test
    void anotherUserSkipsTheTest() {
        assertThat(RootCondition.decide("a test", false, false).isDisabled()).isTrue();
    }

    @Test
    void anotherUserFailsTheTestInCi() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RootCondition.decide("a test", false, true))
                .withMessageContaining("`a test` cannot be skipped in CI");
    }
}
