package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What one or more ENIs say alike in one direction; lowered once for all of them.
///
/// What an ENI says of its own addresses is left out: packets that claim one of them from the far
/// side are dropped before, as forged. So all members of a group have the same scope.
///
/// Implementation note: no record, because its hash does not look into sets of addresses, which may
/// be large, and is kept: verdicts tell scopes apart.
public final class Scope {

    private static final String RULES = "/rules";

    private final Direction direction;
    private final List<Clause> clauses;
    private final Verdict otherwise;
    private final int hash;

    private Scope(Direction direction, List<Clause> clauses, Verdict otherwise) {
        this.direction = direction;
        this.clauses = List.copyOf(clauses);
        this.otherwise = otherwise;
        this.hash = Objects.hash(
                direction, otherwise, clauses.stream().map(Clause::verdict).toList());
    }

    public Direction direction() {
        return direction;
    }

    /// Returns the clauses in evaluation order.
    List<Clause> clauses() {
        return clauses;
    }

    Verdict otherwise() {
        return otherwise;
    }

    public static Scope of(EniPolicy policy, Direction direction) {
        Condition own = new Condition.PeerNotIn(policy.addresses());
        List<Clause> shared = policy.clauses(direction).inOrder().stream()
                .map(clause -> without(own, clause))
                .toList();
        return new Scope(direction, shared, policy.clauses(direction).otherwise());
    }

    /// Returns what decides a flow whose far address is none of the ENI's own.
    public Clauses asClauses() {
        return new Clauses(direction, clauses, otherwise);
    }

    /// Returns the chain that a packet goes to for the rules of a scope.
    static String rules(String name) {
        return name + RULES;
    }

    /// Tells whether a chain is, by its name, that of the rules of a scope.
    public static boolean isRules(String chain) {
        return chain.endsWith(RULES);
    }

    private static Clause without(Condition own, Clause clause) {
        return clause.conditions().contains(own)
                ? new Clause(
                        clause.conditions().stream()
                                .filter(condition -> !condition.equals(own))
                                .toList(),
                        clause.verdict())
                : clause;
    }

    /// Returns the set of far addresses that a condition asks for.
    static Stream<AddressSet> set(Condition condition) {
        return switch (condition) {
            case Condition.PeerIn(var set) -> Stream.of(set);
            case Condition.PeerNotIn(var set) -> Stream.of(set);
            case Condition.Protocol protocol -> Stream.empty();
            case Condition.DestinationPorts ports -> Stream.empty();
            case Condition.SourcePorts ports -> Stream.empty();
            case Condition.IcmpMessage message -> Stream.empty();
            case Condition.LocalIn local -> Stream.empty();
            case Condition.Marked marked -> Stream.empty();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope that
                && hash == that.hash
                && direction == that.direction
                && otherwise.equals(that.otherwise)
                && clauses.equals(that.clauses);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
