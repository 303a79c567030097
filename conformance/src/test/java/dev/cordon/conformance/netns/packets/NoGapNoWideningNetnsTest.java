package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.differential.Seeds;
import org.junit.jupiter.api.Test;

/// *No gap, no widening*: while policy changes, every packet ends as the old or as the new policy
/// says, and as the new one alone once its revision is reported.
@RequiresRoot
final class NoGapNoWideningNetnsTest {

    private static final int UPDATE_COUNT = 1_000;

    @Test
    void everyPacketEndsAsTheOldOrTheNewPolicySays() {
        Seeds.forEach(1, chance -> WatchedChanges.make(UPDATE_COUNT, chance, host -> {}));
    }
}
