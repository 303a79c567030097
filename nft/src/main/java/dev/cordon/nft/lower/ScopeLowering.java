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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// The chains and maps of one scope, with the chains of what it denies, kept up to date as its clauses and the
/// identities change.
///
/// A new packet is asked in this order: marks and messages that the platform lets through; the
/// class of its far address; port, protocol and class at once in one map; what is left in two
/// small ones. Only where a clause asks for more than a map can look at, the packet goes through a
/// chain of lines, and only packets that such a clause may match.
final class ScopeLowering {

    private final String name;
    private final ScopeClasses classesOfIpv4 = new ScopeClasses(AddressFamily.IPV4);
    private final ScopeClasses classesOfIpv6 = new ScopeClasses(AddressFamily.IPV6);
    private Scope scope;
    private List<ScopeClause> front = List.of();
    private List<ScopeClause> clauses = List.of();
    private List<Column> columns = List.of();
    private List<Chain> chains = List.of();
    private List<Lookup> maps = List.of();

    /// @param name begins the names of all that is made
    ScopeLowering(String name, Scope scope) {
        this.name = name;
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    static String rules(String name) {
        return name + "/rules";
    }

    private String linear() {
        return name + "/linear";
    }

    /// Takes other clauses. All their sets have slots.
    void follow(Scope next, AddressSlots slots) {
        List<ScopeClause> all = next.clauses().stream()
                .map(clause -> ScopeClause.of(clause, slots))
                .toList();
        List<ScopeClause> inFront =
                all.stream().takeWhile(ScopeClause::looksElsewhere).toList();
        List<ScopeClause> behind = all.subList(inFront.size(), all.size());
        boolean same = next.otherwise().equals(scope.otherwise()) && inFront.equals(front) && behind.equals(clauses);
        scope = next;
        if (!same) {
            front = inFront;
            clauses = behind;
            columns = List.of();
        }
    }

    /// Returns the slots of the sets that the clauses ask for.
    BitSet slots() {
        BitSet asked = new BitSet();
        clauses.forEach(clause -> clause.peers().forEach(peer -> asked.set(peer.slot())));
        return asked;
    }

    boolean isWorn() {
        return classesOfIpv4.isWorn() || classesOfIpv6.isWorn();
    }

    /// Brings classes up to date, and all else if there are other classes or clauses.
    void settle(Identities identities) {
        BitSet asked = slots();
        classesOfIpv4.follow(identities, asked);
        classesOfIpv6.follow(identities, asked);
        List<Column> now = Stream.concat(classesOfIpv4.columns().stream(), classesOfIpv6.columns().stream())
                .toList();
        if (!now.equals(columns)) {
            columns = now;
            lower();
        }
    }

    Stream<Chain> chains() {
        return chains.stream();
    }

    Stream<Lookup> lookups() {
        return Stream.concat(maps.stream(), classes().stream());
    }

    private List<Lookup> classes() {
        SortedTable<Key, Element> elements = classesOfIpv4.elements();
        for (Element element : classesOfIpv6.elements().values().toList()) {
            elements = element.in(elements);
        }
        return elements.isEmpty()
                ? List.of()
                : List.of(new Lookup(name + "/classes", Type.CLASS_OF_IDENTITY, elements));
    }

    private void lower() {
        LinearLines lines = new LinearLines(scope.direction(), columns);
        ScopeMaps resolved = ScopeMaps.of(clauses, columns, new Boxes(clauses, this::value));
        List<Line> rules = new ArrayList<>();
        List<Lookup> lookups = new ArrayList<>();
        front.stream().flatMap(lines::inFront).forEach(rules::add);
        addClasses(rules);
        look(Query.PORT_PROTOCOL_CLASS, Type.VERDICT_OF_PORT, "ports", resolved.byPort(), rules, lookups);
        look(Query.PROTOCOL_CLASS, Type.VERDICT_OF_PROTOCOL, "protocols", resolved.byProtocol(), rules, lookups);
        look(Query.CLASS, Type.VERDICT_OF_CLASS, "others", resolved.byClass(), rules, lookups);
        rules.add(otherwise());
        List<Chain> made = new ArrayList<>();
        made.add(Chain.of(rules(name), rules));
        if (clauses.stream().anyMatch(ScopeClause::asksMore)) {
            made.add(Chain.of(
                    linear(),
                    Stream.concat(clauses.stream().flatMap(lines::of), Stream.of(otherwise()))
                            .toList()));
        }
        denials().map(BaseChains::denial).forEach(made::add);
        chains = List.copyOf(made);
        maps = List.copyOf(lookups);
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

    /// Where no clause tells addresses apart, there is nothing to look up.
    private void addClasses(List<Line> rules) {
        if (clauses.isEmpty()) {
            return;
        }
        rules.add(Line.always(new Ending.Asks(IdentityChains.name(scope.direction()))));
        if (columns.size() > AddressFamily.values().length) {
            rules.add(Line.always(new Ending.MarksClass(name + "/classes")));
        }
    }

    private void look(
            Query query,
            Type type,
            String what,
            SortedTable<Key, Element> elements,
            List<Line> rules,
            List<Lookup> lookups) {
        if (!elements.isEmpty()) {
            Lookup lookup = new Lookup(name + "/" + what, type, elements);
            lookups.add(lookup);
            rules.add(Line.always(new Ending.Looks(query, lookup.name())));
        }
    }
}
