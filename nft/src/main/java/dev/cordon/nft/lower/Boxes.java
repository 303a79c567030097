package dev.cordon.nft.lower;

import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.nft.ruleset.Lookup.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What a scope says of each of its columns, resolved: the first clause that matches has the word,
/// and no two of the parts overlap.
final class Boxes {

    /// What is said of a range of ports.
    record Part(PortRange ports, Value says) {

        private boolean isContinuedBy(Part next) {
            return ports.last() + 1 == next.ports.first() && says.equals(next.says);
        }

        private Part upTo(Part last) {
            return new Part(new PortRange(ports.first(), last.ports.last()), says);
        }
    }

    private final List<ScopeClause> clauses;
    private final Function<ScopeClause, Value> value;
    private final BitSet anyPeer = new BitSet();
    private final Map<Integer, BitSet> bySlot = new HashMap<>();

    /// @param value what a map says where a clause decides
    Boxes(List<ScopeClause> clauses, Function<ScopeClause, Value> value) {
        this.clauses = List.copyOf(clauses);
        this.value = value;
        for (int number = 0; number < clauses.size(); number++) {
            file(number);
        }
    }

    /// A clause that asks for a set speaks only of the columns in it.
    private void file(int number) {
        Optional<Integer> needed = clauses.get(number).peers().stream()
                .filter(peer -> peer.wholeIn().isEmpty() && peer.presence() == ScopeClause.Presence.IN)
                .map(ScopeClause.PeerAsk::slot)
                .findFirst();
        needed.map(slot -> bySlot.computeIfAbsent(slot, fresh -> new BitSet()))
                .orElse(anyPeer)
                .set(number);
    }

    /// Returns the clauses that speak of a column, in evaluation order.
    List<ScopeClause> of(Column column) {
        BitSet candidates = (BitSet) anyPeer.clone();
        column.slots().forEach(slot -> candidates.or(bySlot.getOrDefault(slot, new BitSet())));
        return candidates.stream()
                .mapToObj(clauses::get)
                .filter(clause -> clause.speaksOf(column))
                .toList();
    }

    /// Returns what is said of a protocol without a look at ports; nothing if no clause speaks of
    /// it.
    ///
    /// @param speaking of one column, in evaluation order
    Optional<Value> carried(List<ScopeClause> speaking, IpProtocol protocol) {
        return speaking.stream()
                .filter(clause -> clause.protocol().map(protocol::equals).orElse(true))
                .findFirst()
                .map(value);
    }

    /// Returns what is said of every protocol that no clause names.
    Optional<Value> unnamed(List<ScopeClause> speaking) {
        return speaking.stream()
                .filter(clause -> clause.protocol().isEmpty())
                .findFirst()
                .map(value);
    }

    /// Returns what is said of the ports of a protocol, as ranges of which no two overlap or could
    /// be one.
    List<Part> ports(List<ScopeClause> speaking, IpProtocol protocol) {
        FreePorts free = new FreePorts();
        SortedMap<PortRange, Value> taken = new TreeMap<>();
        for (ScopeClause clause : speaking) {
            if (clause.protocol().map(protocol::equals).orElse(true)) {
                clause.ports().forEach(range -> free.take(range).forEach(part -> taken.put(part, value.apply(clause))));
            }
            if (free.isEmpty()) {
                break;
            }
        }
        return joined(taken);
    }

    private static List<Part> joined(SortedMap<PortRange, Value> taken) {
        List<Part> joined = new ArrayList<>();
        taken.forEach((ports, says) -> {
            Part next = new Part(ports, says);
            boolean continues = !joined.isEmpty() && joined.getLast().isContinuedBy(next);
            joined.add(continues ? joined.removeLast().upTo(next) : next);
        });
        return joined;
    }
}
