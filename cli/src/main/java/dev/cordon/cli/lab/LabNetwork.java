package dev.cordon.cli.lab;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.Sysctl;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.EniId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A host and its guests, as anonymous network namespaces joined by veth pairs.
///
/// Routed topology: the host has a route to each guest's address over the guest's own link, so that
/// every packet between guests crosses the host's forward hook once. Nothing has a name outside
/// this process: when it ends, however it ends, the kernel takes namespaces, links and tables away.
final class LabNetwork implements AutoCloseable {

    /// The gateway of every guest; link-local, so it takes no address of the network.
    private static final String GATEWAY = "169.254.1.1";

    private final NetworkNamespace host;
    private final Map<String, NetworkNamespace> guests = new LinkedHashMap<>();

    private LabNetwork(NetworkNamespace host) {
        this.host = host;
    }

    static LabNetwork open() {
        NetworkNamespace host = NetworkNamespace.create();
        host.call(() -> {
            Sysctl.write("net/ipv4/ip_forward", "1");
            return IpCommand.batch(List.of("link set lo up"));
        });
        return new LabNetwork(host);
    }

    NetworkNamespace host() {
        return host;
    }

    NetworkNamespace guest(String name) {
        NetworkNamespace guest = guests.get(name);
        if (guest == null) {
            throw new IllegalStateException("no guest `" + name + "`");
        }
        return guest;
    }

    /// Makes a guest and the link to it, which carries its ENI's id. The link is down: nothing
    /// passes before [#bringUp].
    void addGuest(String name, EniId eni, MacAddress mac, IpAddress address) {
        NetworkNamespace guest = NetworkNamespace.create();
        guests.put(name, guest);
        String link = link(name);
        host.call(() -> IpCommand.batch(List.of(
                "link add " + link + " type veth peer name eth0 address " + mac + " netns " + guest.path(),
                "link set dev " + link + " alias " + eni)));
        guest.call(() -> IpCommand.batch(
                List.of("link set lo up", "address add " + address + "/32 dev eth0", "link set eth0 up")));
    }

    /// Opens a guest's link for traffic.
    void bringUp(String name, IpAddress address) {
        String link = link(name);
        host.call(() -> IpCommand.batch(List.of(
                "link set " + link + " up",
                "address add " + GATEWAY + "/32 dev " + link,
                "route add " + address + "/32 dev " + link)));
        guest(name)
                .call(() -> IpCommand.batch(List.of(
                        "route add " + GATEWAY + "/32 dev eth0", "route add default via " + GATEWAY + " dev eth0")));
    }

    /// Link names are short in Linux; the place in the list is enough to tell them apart.
    private String link(String name) {
        return "guest" + (new ArrayList<>(guests.keySet()).indexOf(name) + 1);
    }

    @Override
    public void close() {
        guests.values().forEach(NetworkNamespace::close);
        host.close();
    }
}
