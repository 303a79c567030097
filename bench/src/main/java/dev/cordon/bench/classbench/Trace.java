package dev.cordon.bench.classbench;

import dev.cordon.bench.draw.Draw;
import dev.cordon.bench.draw.FlowTable;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import java.util.SplittableRandom;

/// Flows through a rule set.
public final class Trace {

    private static final int RANDOM_FLOW_EVERY = 10;

    private Trace() {}

    /// Returns flows to an ENI: each matches some rule, all rules alike, but one in ten, which is
    /// any flow.
    public static FlowTable of(RuleSet set, int eni, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FlowTable flows = new FlowTable(count);
        RuleMatch anything = RuleMatch.of(ProtocolMatch.all(), PortMatch.any(), new Peer.Block(CidrBlock.ALL_IPV4));
        for (int i = 0; i < count; i++) {
            RuleMatch match = i % RANDOM_FLOW_EVERY == 0
                    ? anything
                    : set.matches().get(random.nextInt(set.matches().size()));
            flows.add(eni, Direction.INGRESS, flow(match, random));
        }
        return flows;
    }

    private static Flow flow(RuleMatch match, SplittableRandom random) {
        IpProtocol protocol = switch (match.protocol()) {
            case ProtocolMatch.One(var one) -> one;
            case ProtocolMatch.All() -> new IpProtocol(random.nextInt(8) == 0 ? random.nextInt(256) : 6);
        };
        PortRange destination = switch (match.destinationPorts()) {
            case PortMatch.Range(var range) -> range;
            case PortMatch.Listed listed -> throw new IllegalArgumentException("a port list `" + listed + "`");
        };
        CidrBlock peer = switch (match.peer()) {
            case Peer.Block(var block) -> block;
            case Peer.Group group -> throw new IllegalArgumentException("a group `" + group + "`");
            case Peer.Listed list -> throw new IllegalArgumentException("a prefix list `" + list + "`");
        };
        CidrBlock local = switch (match.local()) {
            case LocalSide.Block(var block) -> block;
            case LocalSide.Everything() -> CidrBlock.ALL_IPV4;
        };
        return new Flow(
                Draw.address(peer, random),
                Draw.address(local, random),
                protocol,
                Draw.transport(protocol, match.sourcePorts(), destination, random),
                Mark.NONE);
    }
}
