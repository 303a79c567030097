package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.lower.FamilyClauses.Placed;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The elements that a scope becomes, for some columns: of TCP and UDP in one map, of all other
/// protocols in another. A packet is looked up in one of them, so it meets the old elements or the
/// new ones when they change.
final class ScopeMaps {

    private static final List<IpProtocol> WITH_PORTS = List.of(IpProtocol.TCP, IpProtocol.UDP);

    private record Service(IpProtocol protocol, PortRange ports) {}

    /// A column with the clauses that speak of it and not of all.
    private record Special(Column column, List<Placed> beside) {}

    private final List<ScopeClause> clauses;
    private final Function<ScopeClause, Value> value;
    private final List<Protocols> protocols;
    private final Runs<Service> byPort =
            new Runs<>((service, classes) -> new Key.Box(service.ports(), service.protocol(), classes));
    private final Runs<Protocols> byProtocol =
            new Runs<>((protocols, classes) -> new Key.Carried(protocols.first(), protocols.last(), classes));

    /// @param columns in the order of their numbers
    /// @param value what a map says where a clause decides
    ScopeMaps(List<ScopeClause> clauses, List<Column> columns, Function<ScopeClause, Value> value) {
        this.clauses = List.copyOf(clauses);
        this.value = value;
        this.protocols = Protocols.of(clauses);
        for (AddressFamily family : AddressFamily.values()) {
            List<Column> ofFamily =
                    columns.stream().filter(column -> column.family() == family).toList();
            if (!ofFamily.isEmpty()) {
                resolve(family, ofFamily);
            }
        }
    }

    /// Returns the elements of TCP and UDP.
    SortedTable<Key, Element> byPort() {
        return byPort.elements();
    }

    /// Returns the elements of all other protocols.
    SortedTable<Key, Element> byProtocol() {
        return byProtocol.elements();
    }

    private void resolve(AddressFamily family, List<Column> columns) {
        FamilyClauses speaking = new FamilyClauses(family, clauses);
        List<Special> specials = columns.stream()
                .map(column -> new Special(column, speaking.beside(column)))
                .toList();
        protocols.forEach(some -> resolveCarried(some, speaking.common(), specials));
        WITH_PORTS.forEach(protocol -> resolvePorts(protocol, speaking.common(), specials));
    }

    private void resolveCarried(Protocols some, List<Placed> common, List<Special> specials) {
        Optional<Placed> ofAll = carried(some, common);
        for (Special special : specials) {
            FamilyClauses.first(ofAll, carried(some, special.beside()))
                    .map(placed -> value.apply(placed.clause()))
                    .ifPresent(says -> byProtocol.add(some, special.column(), says));
        }
    }

    private static Optional<Placed> carried(Protocols some, List<Placed> speaking) {
        return speaking.stream()
                .filter(placed -> some.isSpokenOfBy(placed.clause()))
                .findFirst();
    }

    /// A part that no column differs in is one element.
    private void resolvePorts(IpProtocol protocol, List<Placed> common, List<Special> specials) {
        PortBoxes boxes = new PortBoxes(protocol, common, value);
        Map<PortBoxes.Common, List<Column>> differing = new HashMap<>();
        for (Special special : specials) {
            PortBoxes.Difference difference = boxes.difference(special.beside());
            difference
                    .reached()
                    .forEach(part -> differing
                            .computeIfAbsent(part, fresh -> new ArrayList<>())
                            .add(special.column()));
            difference
                    .parts()
                    .forEach(part -> byPort.add(new Service(protocol, part.ports()), special.column(), part.says()));
        }
        List<Column> columns = specials.stream().map(Special::column).toList();
        for (PortBoxes.Common part : boxes.common()) {
            boxes.says(part)
                    .ifPresent(says -> byPort.fill(
                            new Service(protocol, part.ports()),
                            columns,
                            differing.getOrDefault(part, List.of()),
                            says));
        }
    }
}
