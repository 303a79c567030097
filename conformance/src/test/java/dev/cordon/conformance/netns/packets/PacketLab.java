package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.reconcile.EnforcementSettings;
import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Three guests under an agent, and the network outside: [#FIRST] and [#SECOND] are in one group
/// whose members do not reach each other, [#THIRD] is in a group of its own.
final class PacketLab implements AutoCloseable {

    static final int FIRST = 0;
    static final int SECOND = 1;
    static final int THIRD = 2;
    static final int GUEST_COUNT = 3;

    static final SecurityGroupId GROUP = new SecurityGroupId("sg-1");
    static final SecurityGroupId OTHER_GROUP = new SecurityGroupId("sg-2");

    private final TapHost host = new TapHost(GUEST_COUNT);
    private final RunningAgent agent;
    private final Crossing crossing;

    PacketLab() {
        this(EnforcementSettings.DEFAULT);
    }

    PacketLab(EnforcementSettings settings) {
        Map<String, Station> stations = new HashMap<>(Map.of(TapHost.UPLINK, Station.OUTSIDE));
        for (int number = 0; number < GUEST_COUNT; number++) {
            stations.put(link(number), SmallCloud.station(number));
        }
        host.bindGuests(GUEST_COUNT);
        crossing = new Crossing(host, stations);
        agent = new RunningAgent(host, settings);
    }

    static String link(int guest) {
        return "tap" + guest;
    }

    TapHost host() {
        return host;
    }

    /// Has the agent enforce what these rules of [#GROUP] admit.
    void admit(RuleMatch... admitted) {
        List<Entity> rules = new ArrayList<>();
        for (RuleMatch match : admitted) {
            rules.add(SmallCloud.admitting(GROUP, rules.size(), match));
        }
        enforce(rules);
    }

    /// Has the agent enforce rules.
    void enforce(List<Entity> rules) {
        List<Entity> entities = new ArrayList<>(List.of(
                SmallCloud.group(GROUP, IntraGroupPolicy.ISOLATED),
                SmallCloud.group(OTHER_GROUP, IntraGroupPolicy.ISOLATED),
                SmallCloud.guest(FIRST, GROUP),
                SmallCloud.guest(SECOND, GROUP),
                SmallCloud.guest(THIRD, OTHER_GROUP)));
        // what comes later stands for what is already there by that id
        entities.addAll(rules);
        agent.enforce(SmallCloud.state(entities.toArray(new Entity[0])), GUEST_COUNT);
    }

    boolean passes(String in, String out, byte[] packet) {
        return crossing.passes(in, out, packet);
    }

    /// Tells whether the first packet of a flow gets from a guest to another one.
    boolean passes(int from, int to, Flow flow) {
        return passes(link(from), link(to), FlowPackets.opening(flow, PacketNumber.next()));
    }

    /// Returns what comes out of one link after packets have come in by another one.
    List<byte[]> across(String in, String out, List<byte[]> packets) {
        return crossing.across(in, out, packets);
    }

    @Override
    public void close() {
        agent.close();
        host.close();
    }
}
