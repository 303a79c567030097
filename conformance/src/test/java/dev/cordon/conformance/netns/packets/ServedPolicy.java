package dev.cordon.conformance.netns.packets;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;

/// Two policies that look different in a kernel, and say the same of guest 0 and guest 1: 0 may
/// reach 1 at some ports, and 1 may reach nothing.
final class ServedPolicy {

    static final PortRange ADMITTED = new PortRange(1_000, 1_049);
    static final int DENIED = 2_000;

    private static final SecurityGroupId GROUP = new SecurityGroupId("sg-1");
    private static final SecurityGroupId OTHERS = new SecurityGroupId("sg-2");
    private static final int OTHER_COUNT = 40;
    private static final int RULE_COUNT = 30;

    private ServedPolicy() {}

    /// Returns the one for even numbers and the other one for odd ones.
    static PolicyState number(int number) {
        boolean even = number % 2 == 0;
        List<Entity> entities = new ArrayList<>();
        entities.add(SmallCloud.group(GROUP, IntraGroupPolicy.ISOLATED));
        entities.add(SmallCloud.group(OTHERS, even ? IntraGroupPolicy.ISOLATED : IntraGroupPolicy.INTERCONNECTED));
        entities.add(SmallCloud.guest(0, GROUP));
        entities.add(SmallCloud.guest(1, GROUP));
        int rule = 0;
        for (IpProtocol protocol : List.of(IpProtocol.TCP, IpProtocol.UDP)) {
            for (PortRange ports : even ? List.of(ADMITTED) : halves(ADMITTED)) {
                for (CidrBlock from :
                        List.of(SmallCloud.v4(0).asBlock(), SmallCloud.v6(0).asBlock())) {
                    entities.add(SmallCloud.admitting(
                            GROUP, ++rule, SmallCloud.ports(protocol, ports, new Peer.Block(from))));
                }
            }
        }
        others(even).forEach(entities::add);
        return SmallCloud.state(entities.toArray(new Entity[0]));
    }

    private static List<PortRange> halves(PortRange ports) {
        int middle = (ports.first() + ports.last()) / 2;
        return List.of(new PortRange(ports.first(), middle), new PortRange(middle + 1, ports.last()));
    }

    /// Rules and members that are about nobody here.
    private static List<Entity> others(boolean even) {
        List<Entity> others = new ArrayList<>();
        for (int i = 0; i < OTHER_COUNT / (even ? 1 : 2); i++) {
            others.add(SmallCloud.guest(100 + i, OTHERS));
        }
        for (int i = 0; i < RULE_COUNT; i++) {
            PortRange port = PortRange.of((even ? 3_000 : 4_000) + 10 * i);
            others.add(SmallCloud.admitting(
                    GROUP, 100 + i, SmallCloud.ports(IpProtocol.TCP, port, new Peer.Group(OTHERS))));
        }
        return others;
    }
}
