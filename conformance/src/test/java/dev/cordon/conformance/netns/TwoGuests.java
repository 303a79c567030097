package dev.cordon.conformance.netns;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.Sysctl;
import dev.cordon.model.net.MacAddress;
import java.util.List;

/// A host that routes between two guests: `tap1` with 192.0.2.1 and `tap2` with 192.0.2.2 behind
/// it.
final class TwoGuests implements AutoCloseable {

    static final String FIRST = "192.0.2.1";
    static final String SECOND = "192.0.2.2";
    static final MacAddress FIRST_MAC = MacAddress.of("02:00:00:00:02:01");
    static final MacAddress SECOND_MAC = MacAddress.of("02:00:00:00:02:02");

    final NetworkNamespace host = NetworkNamespace.create();
    final NetworkNamespace first = NetworkNamespace.create();
    final NetworkNamespace second = NetworkNamespace.create();

    TwoGuests() {
        in(host, "link set lo up");
        host.call(() -> {
            Sysctl.write("net/ipv4/ip_forward", "1");
            return true;
        });
        connect(first, "tap1", FIRST, FIRST_MAC);
        connect(second, "tap2", SECOND, SECOND_MAC);
    }

    private void connect(NetworkNamespace guest, String link, String address, MacAddress mac) {
        in(
                host,
                "link add " + link + " type veth peer name eth0 address " + mac + " netns " + guest.path(),
                "link set " + link + " up",
                "address add 169.254.1.1/32 dev " + link,
                "route add " + address + "/32 dev " + link);
        in(
                guest,
                "link set lo up",
                "address add " + address + "/32 dev eth0",
                "link set eth0 up",
                "route add 169.254.1.1/32 dev eth0",
                "route add default via 169.254.1.1 dev eth0");
    }

    void alias(String link, String alias) {
        in(host, "link set dev " + link + " alias " + alias);
    }

    /// Runs lines of `ip` in a namespace.
    static void in(NetworkNamespace namespace, String... lines) {
        IpLines.run(namespace, List.of(lines));
    }

    @Override
    public void close() {
        first.close();
        second.close();
        host.close();
    }
}
