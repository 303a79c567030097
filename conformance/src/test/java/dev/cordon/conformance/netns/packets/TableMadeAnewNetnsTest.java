package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.differential.Seeds;
import org.junit.jupiter.api.Test;

/// *No gap, no widening* where the table is made anew at every change.
@RequiresRoot
final class TableMadeAnewNetnsTest {

    private static final int UPDATE_COUNT = 200;

    /// A base chain that is not ours has the plan make the table anew.
    private static final String FOREIGN =
            "add chain inet cordon late { type filter hook forward priority 10; policy accept; }";

    @Test
    void everyPacketEndsAsTheOldOrTheNewPolicySays() {
        Seeds.forEach(1, chance -> WatchedChanges.make(UPDATE_COUNT, chance, host -> host.nft(FOREIGN)));
    }
}
