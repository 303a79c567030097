package dev.cordon.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.NetlinkBytes;
import dev.cordon.nft.text.LogPrefix;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/// What the kernel logs: packets that anybody may have made, and prefixes that anybody may log.
@Tag("fuzz")
final class PacketFuzzTest {

    /// There is an answer for any bytes.
    @FuzzTest
    void anyBytesShowSomething(byte[] bytes) {
        assertEquals(NetlinkBytes.glimpse(bytes), NetlinkBytes.glimpse(bytes));
        LogPrefix.parse(Fuzzed.text(bytes))
                .ifPresent(prefix -> assertEquals(Optional.of(prefix), LogPrefix.parse(prefix.text())));
    }

    @FuzzTest
    void aDatagramIsReadOrRefused(byte[] bytes) {
        try {
            NetlinkBytes.packets(bytes).forEach(packet -> LogPrefix.parse(packet.prefix()));
        } catch (KernelException refused) {
            // by name
        }
    }
}
