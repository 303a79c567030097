package dev.cordon.nft.interpret;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import dev.cordon.nft.interpret.Packet.Tracking;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Presence;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Test.Tracked;
import java.util.List;

/// Whether a packet passes one test, with what nftables tests along with it.
final class Passes {

    private Passes() {}

    static boolean passes(Test test, Packet packet) {
        Flow flow = packet.flow();
        return switch (test) {
            case Test.Family(var family) -> flow.family() == family;
            case Test.Layer4(var protocol) -> flow.protocol().equals(protocol);
            case Test.Ports ports -> portsPass(ports, flow);
            case Test.IcmpMessage message -> icmpPasses(message, flow);
            case Test.AddressInBlock(var side, var presence, var block) ->
                addressPasses(address(flow, side), presence, List.of(block));
            case Test.AddressInSet(var side, var presence, var set) ->
                addressPasses(address(flow, side), presence, set.blocks());
            case Test.Marked(var mark) -> flow.mark() == mark;
            case Test.State(var tracked) -> statePasses(tracked, packet.tracking());
        };
    }

    private static boolean portsPass(Test.Ports ports, Flow flow) {
        return flow.protocol().equals(ports.protocol())
                && flow.transport() instanceof Transport.Ports(int source, int destination)
                && ports.anyOf().stream()
                        .anyMatch(range -> range.contains(ports.side() == Side.SOURCE ? source : destination));
    }

    private static boolean icmpPasses(Test.IcmpMessage message, Flow flow) {
        IpProtocol protocol = switch (message.family()) {
            case IPV4 -> IpProtocol.ICMP;
            case IPV6 -> IpProtocol.ICMPV6;
        };
        return flow.family() == message.family()
                && flow.protocol().equals(protocol)
                && flow.transport() instanceof Transport.Icmp(int type, int code)
                && type == message.type()
                && message.codeFirst() <= code
                && code <= message.codeLast();
    }

    /// An address of another family passes no test, not even one of absence.
    private static boolean addressPasses(IpAddress address, Presence presence, List<CidrBlock> blocks) {
        boolean sameFamily = blocks.getFirst().family() == address.family();
        boolean in = blocks.stream().anyMatch(block -> block.contains(address));
        return sameFamily && in == (presence == Presence.IN);
    }

    private static IpAddress address(Flow flow, Side side) {
        return side == Side.SOURCE ? flow.source() : flow.destination();
    }

    private static boolean statePasses(Tracked tracked, Tracking tracking) {
        return switch (tracked) {
            case ESTABLISHED_OR_RELATED -> tracking == Tracking.ESTABLISHED || tracking == Tracking.RELATED;
            case INVALID -> tracking == Tracking.INVALID;
        };
    }
}
