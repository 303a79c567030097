package dev.cordon.cli.bench.session;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.Sysctl;
import dev.cordon.cli.CliException;
import dev.cordon.model.net.IpAddress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/// A network namespace of its own, in whose table there are as many sessions as are wanted, all
/// made by datagrams to addresses of its loopback.
final class CrowdedTable implements AutoCloseable {

    private static final String TRACKING =
            "table inet tracking { chain output { type filter hook output priority 0; ct state new accept; }; }";

    /// Longer than a measurement takes.
    private static final String TIMEOUT_SECONDS = "600";

    private static final String TIMEOUT = "net/netfilter/nf_conntrack_udp_timeout";
    private static final String PEER = "127.0.0.1";
    private static final int FIRST_PORT = 20_000;

    private final NetworkNamespace namespace = NetworkNamespace.create();

    CrowdedTable() {
        namespace.call(() -> {
            if (new ProcessBuilder("ip", "link", "set", "lo", "up").start().waitFor() != 0) {
                throw new CliException("`ip link set lo up` failed");
            }
            Sysctl.write(TIMEOUT, TIMEOUT_SECONDS);
            try (NftContext nft = NftContext.open()) {
                return nft.run(TRACKING);
            }
        });
    }

    NetworkNamespace namespace() {
        return namespace;
    }

    /// Has sessions begin to an address, from one peer to so many ports.
    void begin(IpAddress local, int count) {
        namespace.call(() -> {
            try (DatagramSocket socket = new DatagramSocket(FIRST_PORT, InetAddress.getByName(PEER))) {
                send(socket, InetAddress.getByName(local.toString()), count);
                return true;
            }
        });
    }

    private static void send(DatagramSocket socket, InetAddress to, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            socket.send(new DatagramPacket(new byte[1], 1, to, FIRST_PORT + i));
        }
    }

    @Override
    public void close() {
        namespace.close();
    }
}
