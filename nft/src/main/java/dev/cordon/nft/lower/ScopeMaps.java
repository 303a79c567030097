package dev.cordon.nft.lower;

import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The elements that a scope becomes, in three maps that are asked one after the other: what the
/// later ones say is not repeated in the earlier ones.
///
/// @param byPort of TCP and UDP
/// @param byProtocol of protocols without ports that some clause names
/// @param byClass of all others
record ScopeMaps(
        SortedTable<Key, Element> byPort, SortedTable<Key, Element> byProtocol, SortedTable<Key, Element> byClass) {

    private static final List<IpProtocol> WITH_PORTS = List.of(IpProtocol.TCP, IpProtocol.UDP);

    private record Service(IpProtocol protocol, PortRange ports) {}

    static ScopeMaps of(List<ScopeClause> clauses, List<Column> columns, Boxes boxes) {
        Runs<Service> byPort =
                new Runs<>((service, classes) -> new Key.Box(service.ports(), service.protocol(), classes));
        Runs<IpProtocol> byProtocol = new Runs<>(Key.Carried::new);
        Runs<Boolean> byClass = new Runs<>((any, classes) -> new Key.Numbers(classes));
        SortedSet<IpProtocol> named = namedWithoutPorts(clauses);
        for (Column column : columns) {
            List<ScopeClause> speaking = boxes.of(column);
            Optional<Value> unnamed = boxes.unnamed(speaking);
            unnamed.ifPresent(says -> byClass.add(true, column, says));
            for (IpProtocol protocol : named) {
                boxes.carried(speaking, protocol)
                        .filter(says -> !unnamed.equals(Optional.of(says)))
                        .ifPresent(says -> byProtocol.add(protocol, column, says));
            }
            for (IpProtocol protocol : WITH_PORTS) {
                for (Boxes.Part part : boxes.ports(speaking, protocol)) {
                    if (!unnamed.equals(Optional.of(part.says()))) {
                        byPort.add(new Service(protocol, part.ports()), column, part.says());
                    }
                }
            }
        }
        return new ScopeMaps(byPort.elements(), byProtocol.elements(), byClass.elements());
    }

    private static SortedSet<IpProtocol> namedWithoutPorts(List<ScopeClause> clauses) {
        return clauses.stream()
                .flatMap(clause -> clause.protocol().stream())
                .filter(protocol -> !protocol.hasPorts())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
