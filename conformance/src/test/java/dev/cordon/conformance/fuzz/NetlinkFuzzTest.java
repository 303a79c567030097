package dev.cordon.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.NetlinkBytes;
import java.util.List;
import org.junit.jupiter.api.Tag;

/// What the kernel says over netlink: links and sessions.
@Tag("fuzz")
final class NetlinkFuzzTest {

    @FuzzTest
    void isReadBackOrRefused(byte[] bytes) {
        try {
            NetlinkBytes.links(bytes);
            for (ConntrackEntry entry : NetlinkBytes.sessions(bytes)) {
                entry.flow();
                assertEquals(List.of(entry), NetlinkBytes.sessions(NetlinkBytes.of(entry)));
            }
        } catch (KernelException refused) {
            // by name
        }
    }
}
