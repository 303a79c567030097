package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.CommandProcess;
import dev.cordon.cli.Ended;
import dev.cordon.cli.ExitCode;
import dev.cordon.nft.plan.Observed;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cordon up` as root: how it ends, and what it says where the kernel cannot be reached.
@RequiresRoot
final class UpProcessNetnsTest {

    private static final int TERMINATED = 143;
    private static final int DENIED = 5_354;
    private static final int DATAGRAM_COUNT = 50;

    /// Hides libnftables from one process: a file that is no library is mounted over it.
    private static final String WITHOUT_LIBRARY =
            "mount --bind /dev/null \"$(ldconfig -p | sed -n 's/.*libnftables[.]so[.]1 .* => //p')\" && exec \"$@\"";

    @TempDir
    private Path folder;

    @Test
    void sigtermEndsItCleanlyAndLeavesEnforcementInPlace() {
        try (TwoGuests guests = new TwoGuests();
                UpProcess up = UpProcess.start(guests.host, folder)) {
            GuardedPair pair = up.ask(client -> GuardedPair.make(client, guests));
            guests.alias("tap1", pair.first().value());
            guests.alias("tap2", pair.second().value());
            Eventually.holds("both links are enforced", () -> boundLinkCount(up) == 2);
            Observed before = table(guests);
            Ended ended = up.terminate();
            assertEquals(TERMINATED, ended.exitCode());
            assertEquals("ready", ended.out().lines().toList().getLast());
            assertEquals(
                    List.of(),
                    ended.err().lines().filter(line -> !line.contains(" INFO ")).toList());
            assertEquals(before, table(guests));
            try (DatagramStream denied = DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, DENIED)) {
                Eventually.holds("datagrams are sent", () -> denied.sent() >= DATAGRAM_COUNT);
                assertEquals(0, denied.arrived());
            }
        }
    }

    private static int boundLinkCount(UpProcess up) {
        return up.ask(client -> client.ask("hosts", new TreeMap<>()))
                .path("hosts")
                .path(0)
                .path("links")
                .size();
    }

    private static Observed table(TwoGuests guests) {
        return guests.host.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return Observed.read(nft.run("list table inet cordon"));
            }
        });
    }

    @Test
    void withoutLibnftablesItSaysWhatToInstall() {
        List<String> prefix = List.of("unshare", "--mount", "sh", "-c", WITHOUT_LIBRARY, "sh");
        says(
                prefix,
                "no libnftables on this machine: install the package nftables,"
                        + " or start with --no-agent to enforce nothing",
                up());
        says(prefix, "no libnftables on this machine: install the package nftables", "demo");
    }

    /// As in a container.
    @Test
    void rootThatMayNotEnterNamespacesIsToldOfNoAgent() {
        List<String> prefix = List.of("setpriv", "--bounding-set=-sys_admin,-net_admin");
        says(
                prefix,
                "cannot enforce here: setns: EPERM, needs root (CAP_NET_ADMIN);"
                        + " start with --no-agent to enforce nothing",
                up());
        says(prefix, "unshare: EPERM, needs root (CAP_NET_ADMIN)", "demo");
    }

    private String[] up() {
        return new String[] {"up", "--data", folder.resolve("data").toString(), "--listen", "127.0.0.1:0"};
    }

    private void says(List<String> prefix, String line, String... arguments) {
        try (CommandProcess process = CommandProcess.startWith(prefix, folder, arguments)) {
            process.awaitEnd().saysWhy(ExitCode.COULD_NOT_ASK, line);
        }
    }
}
