package dev.cordon.conformance.differential;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.lower.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of packets that no policy is asked about, written from the documents once more.
///
/// What claims an address that is not the sender's is dropped; what a machine needs to have an
/// address and to find its neighbours passes between it and its network.
final class BeforePolicy {

    private static final CidrBlock LINK_LOCAL = CidrBlock.of("fe80::/10");
    private static final Set<IpAddress> UNSPECIFIED = Set.of(IpAddress.of("0.0.0.0"), IpAddress.of("::"));

    private static final Fate FORGED = new Fate(Outcome.DROPPED_AS_FORGED, List.of());
    private static final Fate NECESSARY = new Fate(Outcome.PASSES, List.of());

    private BeforePolicy() {}

    /// Returns what becomes of a new packet of an ENI, if policy is not asked.
    static Optional<Fate> fate(Eni eni, LinkKind kind, Direction direction, Flow flow) {
        IpAddress near = direction == Direction.EGRESS ? flow.source() : flow.destination();
        IpAddress far = direction == Direction.EGRESS ? flow.destination() : flow.source();
        if (kind == LinkKind.HOST && isNecessary(flow, direction)) {
            return Optional.of(NECESSARY);
        }
        boolean guestSends = kind == LinkKind.GUEST && direction == Direction.EGRESS;
        boolean forged =
                eni.addresses().containsPrivate(far) || guestSends && (isServer(flow) || !mayBeFrom(near, eni, flow));
        return forged ? Optional.of(FORGED) : Optional.empty();
    }

    private static boolean mayBeFrom(IpAddress source, Eni eni, Flow flow) {
        boolean nowhere = LINK_LOCAL.contains(source) || UNSPECIFIED.contains(source);
        return eni.addresses().containsPrivate(source) || nowhere && isNecessaryFrom(source, flow);
    }

    private static boolean isNecessaryFrom(IpAddress source, Flow flow) {
        return switch (flow.transport()) {
            case Transport.Icmp(int type, int code)
            when flow.protocol().equals(IpProtocol.ICMPV6) ->
                (LINK_LOCAL.contains(source) ? Set.of(131, 132, 133, 135, 136, 143) : Set.of(131, 133, 135, 143))
                        .contains(type);
            case Transport.Ports(int from, int to)
            when flow.protocol().equals(IpProtocol.UDP) ->
                from == 68 && to == 67 && source.equals(IpAddress.of("0.0.0.0"))
                        || from == 546 && to == 547 && LINK_LOCAL.contains(source);
            case Transport.Icmp icmp -> false;
            case Transport.Ports ports -> false;
            case Transport.Opaque opaque -> false;
        };
    }

    private static boolean isServer(Flow flow) {
        return flow.protocol().equals(IpProtocol.UDP)
                && flow.transport() instanceof Transport.Ports(int from, int to)
                && (from == 67 && to == 68 || from == 547 && to == 546);
    }

    private static boolean isNecessary(Flow flow, Direction direction) {
        return switch (flow.transport()) {
            case Transport.Icmp(int type, int code)
            when flow.protocol().equals(IpProtocol.ICMPV6) ->
                switch (direction) {
                    case EGRESS -> Set.of(131, 132, 133, 135, 136, 143).contains(type);
                    case INGRESS -> Set.of(130, 134, 135, 136, 137).contains(type);
                };
            case Transport.Ports(int from, int to)
            when flow.protocol().equals(IpProtocol.UDP) ->
                switch (direction) {
                    case EGRESS -> from == 68 && to == 67 || from == 546 && to == 547;
                    case INGRESS -> from == 67 && to == 68 || from == 547 && to == 546;
                };
            case Transport.Icmp icmp -> false;
            case Transport.Ports ports -> false;
            case Transport.Opaque opaque -> false;
        };
    }
}
