package dev.cordon.nft.interpret;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import dev.cordon.nft.interpret.Packet.Tracking;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Test.Tracked;
import dev.cordon.nft.text.TestText;

/// Whether a packet passes tests, with what nftables tests along with them.
final class Passes {

    private final Elements elements;
    private final Packet packet;

    Passes(Elements elements, Packet packet) {
        this.elements = elements;
        this.packet = packet;
    }

    /// Returns what the fabric has marked the packet with.
    long fabricMark() {
        return TestText.number(packet.flow().mark());
    }

    /// @param mark what lines before have marked the packet with
    boolean passes(Test test, long mark) {
        Flow flow = packet.flow();
        return switch (test) {
            case Test.Family(var family) -> flow.family() == family;
            case Test.Layer4(var protocol) -> flow.protocol().equals(protocol);
            case Test.Ports ports -> portsPass(ports, flow);
            case Test.IcmpMessage message -> icmpPasses(message, flow);
            case Test.AddressInBlock(var side, var block) -> block.contains(address(flow, side));
            case Test.AddressInSet(var family, var side, var set) ->
                elements.ofAddress(set, address(flow, side)).isPresent();
            case Test.ClassIn(var anyOf) -> anyOf.stream().anyMatch(range -> range.contains(mark));
            case Test.Marked(var asked) -> mark == TestText.number(asked);
            case Test.SentByOther other -> false;
            case Test.NeighbourMessage message -> false;
            case Test.SpeaksOf block -> throw noFlow(test);
            case Test.ArpOfOther other -> throw noFlow(test);
            case Test.ArpClaims block -> throw noFlow(test);
            case Test.ArpAsks() -> throw noFlow(test);
            case Test.State(var tracked) -> statePasses(tracked, packet.tracking());
            case Test.LinkIn(var way, var set) -> isIn(way, set);
            case Test.LinkNotIn(var way, var set) -> !isIn(way, set);
        };
    }

    private static IllegalStateException noFlow(Test test) {
        return new IllegalStateException("a flow was asked what only its neighbours say `" + test + "`");
    }

    private boolean isIn(Test.Way way, String set) {
        String link = way == Test.Way.IN ? packet.in() : packet.out();
        return elements.ofLink(set, link).isPresent();
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

    private static IpAddress address(Flow flow, Side side) {
        return side == Side.SOURCE ? flow.source() : flow.destination();
    }

    private static boolean statePasses(Tracked tracked, Tracking tracking) {
        return switch (tracked) {
            case ESTABLISHED_OR_RELATED -> tracking == Tracking.ESTABLISHED || tracking == Tracking.RELATED;
            case INVALID -> tracking == Tracking.INVALID;
            case NOT_NEW -> tracking != Tracking.NEW;
        };
    }
}
