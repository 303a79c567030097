package dev.cordon.engine.decide;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import java.util.List;

/// One thing that a clause asks of a flow.
///
/// Data, not a predicate: it is decided here, lowered by `nft`, and analysed as a set of flows.
public sealed interface Condition {

    /// The flow is of this protocol, in the family to which the protocol belongs.
    record Protocol(IpProtocol protocol) implements Condition {}

    /// The destination port is in one of the ranges. Stands behind a [Protocol] that has ports.
    record DestinationPorts(List<PortRange> anyOf) implements Condition {
        public DestinationPorts {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// The source port is in the range. Stands behind a [Protocol] that has ports.
    record SourcePorts(PortRange range) implements Condition {}

    /// An ICMP message of this type with a code in the range, both ends included. Stands behind a
    /// [Protocol] that is an ICMP.
    record IcmpMessage(int type, int codeFirst, int codeLast) implements Condition {}

    /// The address of the far side is in the set. Never true of an empty set.
    record PeerIn(AddressSet set) implements Condition {}

    /// The address of the far side is not in the set.
    record PeerNotIn(AddressSet set) implements Condition {}

    /// The address of the ENI's own side is in the block.
    record LocalIn(CidrBlock block) implements Condition {}

    /// The fabric has marked the packet so.
    record Marked(Mark mark) implements Condition {}
}
