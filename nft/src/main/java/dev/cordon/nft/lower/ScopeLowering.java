package dev.cordon.nft.lower;

import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Chain;
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

/// The chains and maps of one scope.
///
/// A new packet is asked in this order: marks and messages that the platform lets through; the
/// class of its far address; port, protocol and class at once in one map; what is left in two
/// small ones. Only where a clause asks for more than a map can look at, the packet goes through a
/// chain of lines, and only packets that such a clause may match.
final class ScopeLowering {

    /// Elements of the maps of one scope, before those side by side are joined. A scope with more
    /// is lowered to lines.
    static final int PARTS_MAX = 2_000_000;

    private final String name;
    private final Scope scope;
    private final List<ScopeClause> front;
    private final List<ScopeClause> clauses;

    /// @param name begins the names of all that is made
    /// @param index to which the sets of the scope are added
    ScopeLowering(String name, Scope scope, AddressSetIndex index) {
        this.name = name;
        this.scope = scope;
        List<ScopeClause> all = scope.clauses().stream()
                .map(clause -> ScopeClause.of(clause, index))
                .toList();
        this.front = all.stream().takeWhile(ScopeClause::looksElsewhere).toList();
        this.clauses = all.subList(front.size(), all.size());
    }

    /// What a scope becomes.
    record Lowered(List<Chain> chains, List<Lookup> lookups) {}

    static String rules(String name) {
        return name + "/rules";
    }

    private String linear() {
        return name + "/linear";
    }

    Lowered lower(Identities identities) {
        Classes classes = Classes.of(identities, sets());
        LinearLines lines = new LinearLines(scope.direction(), classes.columns());
        ScopeMaps maps = ScopeMaps.of(clauses, classes.columns(), new Boxes(clauses, this::value));
        List<Chain> chains = new ArrayList<>();
        List<Lookup> lookups = new ArrayList<>();
        List<Line> rules = new ArrayList<>();
        front.stream().flatMap(lines::inFront).forEach(rules::add);
        addClasses(classes, rules, lookups);
        look(Query.PORT_PROTOCOL_CLASS, Type.VERDICT_OF_PORT, "ports", maps.byPort(), rules, lookups);
        look(Query.PROTOCOL_CLASS, Type.VERDICT_OF_PROTOCOL, "protocols", maps.byProtocol(), rules, lookups);
        look(Query.CLASS, Type.VERDICT_OF_CLASS, "others", maps.byClass(), rules, lookups);
        rules.add(otherwise());
        chains.add(Chain.of(rules(name), rules));
        if (clauses.stream().anyMatch(ScopeClause::asksMore)) {
            chains.add(Chain.of(
                    linear(),
                    Stream.concat(clauses.stream().flatMap(lines::of), Stream.of(otherwise()))
                            .toList()));
        }
        return new Lowered(chains, lookups);
    }

    private BitSet sets() {
        BitSet sets = new BitSet();
        clauses.forEach(clause -> clause.peers().forEach(peer -> sets.set(peer.set())));
        return sets;
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
    private void addClasses(Classes classes, List<Line> rules, List<Lookup> lookups) {
        if (clauses.isEmpty()) {
            return;
        }
        rules.add(Line.always(new Ending.Asks(IdentityChains.name(scope.direction()))));
        if (!classes.classes().isEmpty()) {
            Lookup lookup = new Lookup(name + "/classes", Type.CLASS_OF_IDENTITY, classes.classes());
            lookups.add(lookup);
            rules.add(Line.always(new Ending.MarksClass(lookup.name())));
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
