package dev.cordon.bench.peer;

import static java.util.Comparator.comparing;

import dev.cordon.bench.draw.FlowTable;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.PolicyState;
import java.util.Comparator;
import java.util.List;

/// The ingress rules of one ENI in evaluation order, as columns of numbers: what all classifiers
/// are made from.
///
/// IPv4 and blocks only, as in the rule sets that classifiers are measured with. Addresses are kept
/// as bits and prefix lengths, ports as both ends.
final class Entries {

    /// The protocol of a rule for all of them.
    static final int ANY_PROTOCOL = -1;

    private static final Comparator<Rule> EVALUATION_ORDER =
            comparing(Rule::priority).thenComparing(Rule::action, comparing(action -> action == Action.ACCEPT));

    final int count;
    final int[] protocol;
    final int[] peer;
    final int[] peerLength;
    final int[] local;
    final int[] localLength;
    final int[] sourceFirst;
    final int[] sourceLast;
    final int[] destinationFirst;
    final int[] destinationLast;
    final List<RuleId> ids;

    private Entries(List<Rule> inOrder) {
        count = inOrder.size();
        protocol = new int[count];
        peer = new int[count];
        peerLength = new int[count];
        local = new int[count];
        localLength = new int[count];
        sourceFirst = new int[count];
        sourceLast = new int[count];
        destinationFirst = new int[count];
        destinationLast = new int[count];
        ids = inOrder.stream().map(Rule::id).toList();
        for (int i = 0; i < count; i++) {
            put(i, inOrder.get(i));
        }
    }

    static Entries of(PolicyState state, Eni eni) {
        List<Rule> inOrder = eni.groups().stream()
                .flatMap(group -> state.rulesOf(group).stream())
                .filter(rule -> rule.direction() == Direction.INGRESS)
                .sorted(EVALUATION_ORDER)
                .toList();
        return new Entries(inOrder);
    }

    private void put(int i, Rule rule) {
        protocol[i] = switch (rule.match().protocol()) {
            case ProtocolMatch.All() -> ANY_PROTOCOL;
            case ProtocolMatch.One(var one) -> one.number();
        };
        CidrBlock peerBlock = switch (rule.match().peer()) {
            case Peer.Block(var block) -> block;
            case Peer.Group group -> throw new IllegalArgumentException("a group `" + group + "`");
            case Peer.Listed list -> throw new IllegalArgumentException("a prefix list `" + list + "`");
        };
        CidrBlock localBlock = switch (rule.match().local()) {
            case LocalSide.Everything() -> CidrBlock.ALL_IPV4;
            case LocalSide.Block(var block) -> block;
        };
        peer[i] = bits(peerBlock);
        peerLength[i] = peerBlock.prefixLengthBits();
        local[i] = bits(localBlock);
        localLength[i] = localBlock.prefixLengthBits();
        PortRange destination = switch (rule.match().destinationPorts()) {
            case PortMatch.Range(var range) -> range;
            case PortMatch.Listed list -> throw new IllegalArgumentException("a port list `" + list + "`");
        };
        sourceFirst[i] = rule.match().sourcePorts().first();
        sourceLast[i] = rule.match().sourcePorts().last();
        destinationFirst[i] = destination.first();
        destinationLast[i] = destination.last();
    }

    private static int bits(CidrBlock block) {
        return switch (block.first()) {
            case V4(int bits) -> bits;
            case V6 v6 -> throw new IllegalArgumentException("an ipv6 block `" + block + "`");
        };
    }

    /// Returns the ones in front that a prefix of that length compares.
    static int mask(int lengthBits) {
        return lengthBits == 0 ? 0 : -1 << (32 - lengthBits);
    }

    /// Tells whether a rule matches a flow. Rules for protocols without ports are open in both port
    /// ranges, so whatever stands there fits.
    boolean matches(int i, FlowTable flows, int row) {
        return (protocol[i] == ANY_PROTOCOL || protocol[i] == flows.protocol(row))
                && ((peer[i] ^ flows.peerBits(row)) & mask(peerLength[i])) == 0
                && ((local[i] ^ flows.localBits(row)) & mask(localLength[i])) == 0
                && destinationFirst[i] <= flows.destinationPort(row)
                && flows.destinationPort(row) <= destinationLast[i]
                && sourceFirst[i] <= flows.sourcePort(row)
                && flows.sourcePort(row) <= sourceLast[i];
    }
}
