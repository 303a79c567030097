package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Action;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Ending.Query;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.text.DenialText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The chains and maps of one scope, with the chains of what it denies, kept up to date as the
/// identities change. Other clauses are another one of these, under another name: then all that an
/// ENI says changes at the instant in which its chain goes there.
///
/// A new packet is asked in this order: marks and messages that the platform lets through; the
/// class of its far address; protocol, class and, where there is one, port at once in one map. Only
/// where a clause asks for more than a map can look at, the packet goes through a chain of lines,
/// and only packets that such a clause may match.
final class ScopeLowering {

    private final String name;
    private Scope scope;
    private final List<ScopeClause> front;
    private final List<ScopeClause> clauses;
    private final ScopeClasses classesOfIpv4 = new ScopeClasses(AddressFamily.IPV4);
    private final ScopeClasses classesOfIpv6 = new ScopeClasses(AddressFamily.IPV6);
    private List<Column> columns = List.of();
    private List<Chain> chains = List.of();
    private StagedElements classes = StagedElements.NONE;
    private StagedElements byPort = StagedElements.NONE;
    private StagedElements byProtocol = StagedElements.NONE;

    /// @param name begins the names of all that is made
    /// @param slots in which all sets of the scope are
    ScopeLowering(String name, Scope scope, AddressSlots slots) {
        this.name = name;
        this.scope = scope;
        List<ScopeClause> all = clauses(scope, slots);
        this.front = all.stream().takeWhile(ScopeClause::looksElsewhere).toList();
        this.clauses = all.subList(front.size(), all.size());
    }

    private static List<ScopeClause> clauses(Scope scope, AddressSlots slots) {
        return scope.clauses().stream()
                .map(clause -> ScopeClause.of(clause, slots))
                .toList();
    }

    String name() {
        return name;
    }

    Scope scope() {
        return scope;
    }

    /// Tells whether a scope says the same, but for the addresses that are in its sets.
    boolean isOf(Scope other, AddressSlots slots) {
        return scope.otherwise().equals(other.otherwise())
                && clauses(other, slots)
                        .equals(Stream.concat(front.stream(), clauses.stream()).toList());
    }

    /// Takes a scope that says the same.
    void follow(Scope same) {
        scope = same;
    }

    private String linear() {
        return name + "/linear";
    }

    boolean isWorn() {
        return classesOfIpv4.isWorn() || classesOfIpv6.isWorn();
    }

    /// Brings classes up to date, and all else if there are other classes.
    void settle(Identities identities) {
        BitSet asked = new BitSet();
        clauses.forEach(clause -> clause.peers().forEach(peer -> asked.set(peer.slot())));
        classesOfIpv4.follow(identities, asked);
        classesOfIpv6.follow(identities, asked);
        classes = StagedElements.between(classes.settled(), elementsOfClasses());
        List<Column> now = Stream.concat(classesOfIpv4.columns().stream(), classesOfIpv6.columns().stream())
                .toList();
        if (now.equals(columns)) {
            byPort = StagedElements.all(byPort.settled());
            byProtocol = StagedElements.all(byProtocol.settled());
        } else {
            lower(now);
        }
    }

    private SortedTable<Key, Element> elementsOfClasses() {
        SortedTable<Key, Element> elements = classesOfIpv4.elements();
        for (Element element : classesOfIpv6.elements().values().toList()) {
            elements = element.in(elements);
        }
        return elements;
    }

    private void lower(List<Column> now) {
        List<Column> fresh =
                now.stream().filter(column -> !columns.contains(column)).toList();
        List<Column> both = Stream.concat(now.stream(), columns.stream())
                .distinct()
                .sorted((one, other) -> one.numbers().compareTo(other.numbers()))
                .toList();
        ScopeMaps ofBoth = new ScopeMaps(clauses, both, this::value);
        ScopeMaps ofFresh = fresh.size() == both.size() ? ofBoth : new ScopeMaps(clauses, fresh, this::value);
        ScopeMaps ofNow = both.size() == now.size() ? ofBoth : new ScopeMaps(clauses, now, this::value);
        byPort = staged(byPort, ScopeMaps::byPort, ofFresh, ofBoth, ofNow);
        byProtocol = staged(byProtocol, ScopeMaps::byProtocol, ofFresh, ofBoth, ofNow);
        columns = now;
        lowerChains();
    }

    private static StagedElements staged(
            StagedElements before,
            Function<ScopeMaps, SortedTable<Key, Element>> map,
            ScopeMaps ofFresh,
            ScopeMaps ofBoth,
            ScopeMaps ofNow) {
        SortedTable<Key, Element> prepared = before.settled();
        for (Element element : map.apply(ofFresh).values().toList()) {
            prepared = element.in(prepared);
        }
        return new StagedElements(prepared, map.apply(ofBoth), map.apply(ofNow));
    }

    Stream<Chain> chains() {
        return chains.stream();
    }

    /// Where no clause speaks of far addresses, there is nothing to look up.
    Stream<Lookup> lookups(Stage stage) {
        return clauses.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Lookup(name + "/classes", Type.CLASS_OF_IDENTITY, classes.at(stage)),
                        new Lookup(name + "/ports", Type.VERDICT_OF_PORT, byPort.at(stage)),
                        new Lookup(name + "/protocols", Type.VERDICT_OF_PROTOCOL, byProtocol.at(stage)));
    }

    private void lowerChains() {
        LinearLines lines = new LinearLines(scope.direction(), columns);
        List<Chain> made = new ArrayList<>();
        made.add(Chain.of(
                Scope.rules(name),
                Stream.of(front.stream().flatMap(lines::inFront), looking(), Stream.of(otherwise()))
                        .flatMap(some -> some)
                        .toList()));
        if (clauses.stream().anyMatch(ScopeClause::asksMore)) {
            made.add(Chain.of(
                    linear(),
                    Stream.concat(clauses.stream().flatMap(lines::of), Stream.of(otherwise()))
                            .toList()));
        }
        denials().map(DenialText::made).forEach(made::add);
        chains = List.copyOf(made);
    }

    private Stream<Line> looking() {
        return clauses.isEmpty()
                ? Stream.empty()
                : Stream.of(
                                new Ending.Asks(IdentityChains.name(scope.direction())),
                                new Ending.MarksClass(name + "/classes"),
                                new Ending.Looks(Query.PORT_PROTOCOL_CLASS, name + "/ports"),
                                new Ending.Looks(Query.PROTOCOL_CLASS, name + "/protocols"))
                        .map(Line::always);
    }

    private Stream<Denial> denials() {
        return Stream.concat(
                        Stream.concat(front.stream(), clauses.stream())
                                .map(clause -> clause.clause().verdict()),
                        Stream.of(scope.otherwise()))
                .filter(verdict -> verdict.action() == Action.DROP)
                .map(verdict -> Denial.byPolicy(scope.direction(), verdict));
    }

    private Value value(ScopeClause clause) {
        return clause.asksMore()
                ? new Value.Goes(linear())
                : new Value.Says(scope.direction(), clause.clause().verdict());
    }

    private Line otherwise() {
        return Line.always(new Ending.Says(scope.direction(), scope.otherwise()));
    }
}
