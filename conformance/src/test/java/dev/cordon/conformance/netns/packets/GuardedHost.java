package dev.cordon.conformance.netns.packets;

import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A host whose kernel is given one policy after another. Used by one thread, in the namespace of
/// the host.
final class GuardedHost implements AutoCloseable {

    private final TapHost host;
    private final KernelRules rules = new KernelRules();
    private Map<EniId, String> links = Map.of();
    private Crossing crossing;

    GuardedHost(TapHost host) {
        this.host = host;
        this.crossing = new Crossing(host, Map.of(TapHost.UPLINK, Station.OUTSIDE));
    }

    /// Has the kernel hold guests to a policy. No session of the one before is left.
    ///
    /// @param guests no more than the host has links for them
    void enforce(Profile profile, PolicyState state, List<Eni> guests) {
        List<Binding> bindings = new ArrayList<>();
        SortedMap<CidrBlock, String> routes = new TreeMap<>();
        Map<EniId, String> byEni = new HashMap<>();
        Map<String, Station> stations = new HashMap<>(Map.of(TapHost.UPLINK, Station.OUTSIDE));
        for (Eni eni : guests) {
            String link = "tap" + bindings.size();
            bindings.add(new Binding(link, eni.id(), LinkKind.GUEST));
            eni.addresses().privateBlocks().forEach(block -> routes.put(block, link));
            byEni.put(eni.id(), link);
            stations.put(
                    link, new Station(eni.addresses().primary(), eni.settings().mac()));
        }
        rules.hold(profile, state, bindings);
        host.route(routes);
        links = Map.copyOf(byEni);
        crossing = new Crossing(host, stations);
    }

    boolean passes(Optional<EniId> from, Optional<EniId> to, byte[] packet) {
        return crossing.passes(link(from), link(to), packet);
    }

    private String link(Optional<EniId> eni) {
        return eni.map(links::get).orElse(TapHost.UPLINK);
    }

    @Override
    public void close() {
        rules.close();
    }
}
