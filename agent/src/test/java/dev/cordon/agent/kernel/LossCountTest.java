package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LossCountTest {

    private static long lost(long... numbers) {
        LossCount losses = new LossCount();
        LongStream.of(numbers).forEach(losses::saw);
        return losses.count();
    }

    @Test
    void nothingIsLostInARow() {
        assertThat(lost(0, 1, 2, 3)).isZero();
    }

    @Test
    void gapsAreCounted() {
        assertThat(lost(0, 3, 4, 10)).isEqualTo(7);
    }

    @Test
    void theFirstMayBeMissing() {
        assertThat(lost(5)).isEqualTo(5);
    }

    @Test
    void numbersOfBeforeAreNoGap() {
        assertThat(lost(0, 0, 0, 1)).isZero();
    }

    @Test
    void numbersBeginAgainAfterTheLast() {
        LossCount losses = new LossCount();
        losses.saw(0x7fff_ffffL);
        losses.saw(0xffff_fffeL);
        long before = losses.count();
        losses.saw(0xffff_ffffL);
        losses.saw(1);
        assertThat(losses.count() - before).isEqualTo(1);
    }
}
