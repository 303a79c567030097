package dev.cordon.nft.lower;

import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.nft.lower.FamilyClauses.Placed;
import dev.cordon.nft.ruleset.Lookup.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What a scope says of the ports of one protocol and family, resolved: the first clause that
/// matches has the word.
///
/// The ports fall into parts by the clauses that speak of all addresses. A column differs in those
/// parts alone that a clause beside them reaches before.
final class PortBoxes {

    /// Ports with the clause of all addresses that decides them; none if none does.
    record Common(PortRange ports, Optional<Placed> decider) {

        boolean comesBehind(Placed other) {
            return decider.map(placed -> other.place() < placed.place()).orElse(true);
        }
    }

    /// What is said of a range of ports.
    record Part(PortRange ports, Value says) {

        private boolean isContinuedBy(Part next) {
            return ports.last() + 1 == next.ports.first() && says.equals(next.says);
        }

        private Part upTo(Part last) {
            return new Part(new PortRange(ports.first(), last.ports.last()), says);
        }
    }

    /// What is special about a column.
    ///
    /// @param reached the parts in which it differs
    /// @param parts what is said there instead, as ranges of which no two could be one
    record Difference(Set<Common> reached, List<Part> parts) {}

    private final IpProtocol protocol;
    private final Function<ScopeClause, Value> value;
    private final TreeMap<Integer, Common> commonByFirstPort = new TreeMap<>();

    PortBoxes(IpProtocol protocol, List<Placed> common, Function<ScopeClause, Value> value) {
        this.protocol = protocol;
        this.value = value;
        FreePorts free = FreePorts.all();
        for (Placed placed : common) {
            if (placed.isOf(protocol)) {
                placed.clause()
                        .ports()
                        .forEach(range ->
                                free.take(range).forEach(ports -> add(new Common(ports, Optional.of(placed)))));
            }
        }
        free.take(PortRange.ANY).forEach(ports -> add(new Common(ports, Optional.empty())));
    }

    private void add(Common common) {
        commonByFirstPort.put(common.ports().first(), common);
    }

    /// Returns the parts of all ports, in their order.
    List<Common> common() {
        return List.copyOf(commonByFirstPort.values());
    }

    Optional<Value> says(Common common) {
        return common.decider().map(placed -> value.apply(placed.clause()));
    }

    /// @param beside the clauses that speak of a column and not of all, in evaluation order
    Difference difference(List<Placed> beside) {
        TreeMap<Integer, List<Placed>> reached = new TreeMap<>();
        for (Placed placed : beside) {
            if (placed.isOf(protocol)) {
                Set<Integer> reachedByThis = new HashSet<>();
                placed.clause().ports().forEach(range -> reachedByThis.addAll(reached(range, placed)));
                reachedByThis.forEach(first -> reached.computeIfAbsent(first, fresh -> new ArrayList<>())
                        .add(placed));
            }
        }
        Set<Common> differs = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        reached.forEach((first, clauses) -> Optional.ofNullable(commonByFirstPort.get(first))
                .ifPresent(common -> {
                    differs.add(common);
                    parts.addAll(resolve(common, clauses));
                }));
        return new Difference(differs, joined(parts));
    }

    private List<Integer> reached(PortRange range, Placed placed) {
        int from =
                Optional.ofNullable(commonByFirstPort.floorKey(range.first())).orElse(range.first());
        return commonByFirstPort.subMap(from, true, range.last(), true).values().stream()
                .filter(common -> common.comesBehind(placed))
                .map(common -> common.ports().first())
                .toList();
    }

    private List<Part> resolve(Common common, List<Placed> before) {
        FreePorts free = FreePorts.of(common.ports());
        TreeMap<PortRange, Value> taken = new TreeMap<>();
        for (Placed placed : before) {
            placed.clause()
                    .ports()
                    .forEach(range ->
                            free.take(range).forEach(ports -> taken.put(ports, value.apply(placed.clause()))));
        }
        says(common).ifPresent(says -> free.take(common.ports()).forEach(ports -> taken.put(ports, says)));
        return taken.entrySet().stream()
                .map((Map.Entry<PortRange, Value> entry) -> new Part(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part next : parts) {
            boolean continues = !joined.isEmpty() && joined.getLast().isContinuedBy(next);
            joined.add(continues ? joined.removeLast().upTo(next) : next);
        }
        return joined;
    }
}
