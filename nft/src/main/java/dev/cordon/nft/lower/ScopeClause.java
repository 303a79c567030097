package dev.cordon.nft.lower;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A clause with its address sets as slots, and so equal to one of another view whose sets have
/// other members.
///
/// @param clause without what it asks of far addresses
/// @param protocol nothing for all protocols
/// @param ports destination ports; the whole range if the clause asks for none
record ScopeClause(Clause clause, Optional<IpProtocol> protocol, List<PortRange> ports, List<PeerAsk> peers) {

    enum Presence {
        IN,
        NOT_IN
    }

    /// What a clause asks of the far address.
    ///
    /// @param wholeIn the families of which the set has all addresses
    record PeerAsk(int slot, Presence presence, Set<AddressFamily> wholeIn) {

        boolean holds(Column column) {
            boolean in = wholeIn.contains(column.family()) || column.slots().contains(slot);
            return in == (presence == Presence.IN);
        }
    }

    ScopeClause {
        ports = List.copyOf(ports);
        peers = List.copyOf(peers);
    }

    static ScopeClause of(Clause clause, AddressSlots slots) {
        Optional<IpProtocol> protocol = Optional.empty();
        List<PortRange> ports = List.of(PortRange.ANY);
        List<PeerAsk> peers = new ArrayList<>();
        for (Condition condition : clause.conditions()) {
            switch (condition) {
                case Condition.Protocol(var asked) -> protocol = Optional.of(asked);
                case Condition.DestinationPorts(var anyOf) -> ports = anyOf;
                case Condition.PeerIn(var set) -> peers.add(ask(set, Presence.IN, slots));
                case Condition.PeerNotIn(var set) -> peers.add(ask(set, Presence.NOT_IN, slots));
                case Condition.SourcePorts sourcePorts -> {}
                case Condition.IcmpMessage message -> {}
                case Condition.LocalIn local -> {}
                case Condition.Marked marked -> {}
            }
        }
        return new ScopeClause(withoutPeers(clause), protocol, ports, peers);
    }

    private static Clause withoutPeers(Clause clause) {
        return new Clause(
                clause.conditions().stream()
                        .filter(condition ->
                                !(condition instanceof Condition.PeerIn || condition instanceof Condition.PeerNotIn))
                        .toList(),
                clause.verdict());
    }

    private static PeerAsk ask(AddressSet set, Presence presence, AddressSlots slots) {
        Set<AddressFamily> wholeIn = set.blocks()
                .filter(block -> block.prefixLengthBits() == 0)
                .map(block -> block.family())
                .collect(Collectors.toUnmodifiableSet());
        return new PeerAsk(slots.find(set).orElseThrow(), presence, wholeIn);
    }

    /// Tells whether some packet from or to a column can match.
    boolean speaksOf(Column column) {
        return protocol.map(asked -> asked.belongsTo(column.family())).orElse(true)
                && locals().allMatch(local -> local.block().family() == column.family())
                && peers.stream().allMatch(peer -> peer.holds(column));
    }

    private Stream<Condition.LocalIn> locals() {
        return clause.conditions().stream()
                .flatMap(condition -> condition instanceof Condition.LocalIn local ? Stream.of(local) : Stream.empty());
    }

    /// Tells whether protocol, destination port and far address are not all that is asked: such a
    /// clause cannot be an element of a map.
    boolean asksMore() {
        return clause.conditions().stream().anyMatch(ScopeClause::isMore);
    }

    private static boolean isMore(Condition condition) {
        return switch (condition) {
            case Condition.SourcePorts sourcePorts -> true;
            case Condition.IcmpMessage message -> true;
            case Condition.LocalIn local -> true;
            case Condition.Marked marked -> true;
            case Condition.Protocol protocol -> false;
            case Condition.DestinationPorts ports -> false;
            case Condition.PeerIn peer -> false;
            case Condition.PeerNotIn peer -> false;
        };
    }

    /// Tells whether nothing of the far address is asked, but something that no map looks at.
    boolean looksElsewhere() {
        return peers.isEmpty()
                && ports.equals(List.of(PortRange.ANY))
                && clause.conditions().stream()
                        .anyMatch(condition ->
                                condition instanceof Condition.Marked || condition instanceof Condition.IcmpMessage);
    }
}
