package dev.cordon.nft.ruleset;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import java.util.List;

/// What one rule asks of one packet.
public sealed interface Test {

    enum Side {
        SOURCE,
        DESTINATION
    }

    /// How conntrack sees a packet.
    enum Tracked {
        ESTABLISHED_OR_RELATED,
        INVALID,
        NOT_NEW
    }

    /// Which of its links a packet is asked for.
    enum Way {
        IN,
        OUT
    }

    record Family(AddressFamily family) implements Test {}

    record Layer4(IpProtocol protocol) implements Test {}

    /// A port of a protocol that has ports; the protocol is tested with it.
    record Ports(IpProtocol protocol, Side side, List<PortRange> anyOf) implements Test {
        public Ports {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// A message of the ICMP of a family, with any code if the range is the whole one; protocol and
    /// family are tested with it.
    record IcmpMessage(AddressFamily family, int type, int codeFirst, int codeLast) implements Test {}

    /// An address of the block's family; the family is tested with it.
    record AddressInBlock(Side side, CidrBlock block) implements Test {}

    /// An address of the set's family; the family is tested with it.
    record AddressInSet(AddressFamily family, Side side, String set) implements Test {}

    /// The number that lines before have written is in one of the ranges.
    record ClassIn(List<NumberRange> anyOf) implements Test {
        public ClassIn {
            anyOf = List.copyOf(anyOf);
        }
    }

    record Marked(Mark mark) implements Test {}

    /// What a flow of IP says nothing of: it never passes, or is never asked.
    sealed interface NotOfFlows extends Test {}

    /// The frame is from another sender than this one. Links without frames have no senders: what
    /// comes by a `tun` never passes this.
    record SentByOther(MacAddress mac) implements NotOfFlows {}

    /// A message by which neighbours of IPv6 find each other: none that has passed a router.
    record NeighbourMessage() implements NotOfFlows {}

    /// A message of ICMPv6 that speaks of an address in a block.
    record SpeaksOf(CidrBlock block) implements NotOfFlows {}

    /// A message of ARP says that somebody else has sent it.
    record ArpOfOther(MacAddress mac) implements NotOfFlows {}

    /// A message of ARP claims an IPv4 address in a block.
    record ArpClaims(CidrBlock block) implements NotOfFlows {}

    /// A message of ARP asks who has an address.
    record ArpAsks() implements NotOfFlows {}

    record State(Tracked tracked) implements Test {}

    record LinkIn(Way way, String set) implements Test {}

    /// A link that is not in the set, or none.
    record LinkNotIn(Way way, String set) implements Test {}
}
