package dev.cordon.nft.attest;

import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.PortRange;
import dev.cordon.nft.attest.ServiceBox.Dimension;
import dev.cordon.nft.attest.ServiceBox.Ends;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the engine looks at, clause by clause. It does not decide; it only says where another
/// verdict may begin.
final class ClauseCuts {

    /// How a clause stands to a box.
    private enum Relation {
        ALL,
        SOME,
        NONE
    }

    /// Values that a clause asks for.
    private record Bound(Dimension dimension, List<NumberRange> anyOf) {}

    /// A clause, taken apart.
    ///
    /// @param bounds what is not the same for all packets between two ends
    private record Asking(Clause clause, List<Bound> bounds) {}

    private final Clauses clauses;
    private final List<Asking> asking;

    private ClauseCuts(Clauses clauses, List<Asking> asking) {
        this.clauses = clauses;
        this.asking = asking;
    }

    static ClauseCuts of(Clauses clauses) {
        return new ClauseCuts(
                clauses,
                clauses.inOrder().stream()
                        .map(clause -> new Asking(
                                clause,
                                clause.conditions().stream()
                                        .flatMap(ClauseCuts::bounds)
                                        .toList()))
                        .toList());
    }

    /// Returns the clauses that can match between two ends, up to one that always does.
    ClauseCuts between(Ends ends) {
        List<Asking> left = new ArrayList<>();
        for (Asking clause : asking) {
            if (mayMatch(clause, ends)) {
                left.add(clause);
                if (clause.bounds().isEmpty()) {
                    break;
                }
            }
        }
        return new ClauseCuts(clauses, left);
    }

    private static boolean mayMatch(Asking clause, Ends ends) {
        for (Condition condition : clause.clause().conditions()) {
            if (!mayHold(condition, ends)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayHold(Condition condition, Ends ends) {
        return switch (condition) {
            case Condition.PeerIn(var set) -> set.contains(ends.far());
            case Condition.PeerNotIn(var set) -> !set.contains(ends.far());
            case Condition.LocalIn(var block) -> block.contains(ends.near());
            case Condition.Marked(var mark) -> mark == ends.mark();
            case Condition.Protocol(var protocol) ->
                protocol.belongsTo(ends.far().family());
            case Condition.DestinationPorts ports -> true;
            case Condition.SourcePorts ports -> true;
            case Condition.IcmpMessage message -> true;
        };
    }

    private static Stream<Bound> bounds(Condition condition) {
        return switch (condition) {
            case Condition.Protocol(var protocol) ->
                Stream.of(new Bound(Dimension.PROTOCOL, List.of(NumberRange.of(protocol.number()))));
            case Condition.DestinationPorts(var anyOf) ->
                Stream.of(new Bound(
                        Dimension.SECOND,
                        anyOf.stream().map(ClauseCuts::numbers).toList()));
            case Condition.SourcePorts(var range) -> Stream.of(new Bound(Dimension.FIRST, List.of(numbers(range))));
            case Condition.IcmpMessage(int type, int codeFirst, int codeLast) ->
                Stream.of(
                        new Bound(Dimension.FIRST, List.of(NumberRange.of(type))),
                        new Bound(Dimension.SECOND, List.of(new NumberRange(codeFirst, codeLast))));
            case Condition.PeerIn peer -> Stream.of();
            case Condition.PeerNotIn peer -> Stream.of();
            case Condition.LocalIn local -> Stream.of();
            case Condition.Marked marked -> Stream.of();
        };
    }

    private static NumberRange numbers(PortRange range) {
        return new NumberRange(range.first(), range.last());
    }

    /// Says where to cut a box, up to the clause that decides all of it.
    ///
    /// @return the clauses that can match in the box
    Clauses cut(ServiceBox box, Cuts cuts) {
        List<Clause> left = new ArrayList<>();
        for (Asking each : asking) {
            Relation relation = relation(each.bounds(), box, cuts);
            if (relation != Relation.NONE) {
                left.add(each.clause());
            }
            if (relation == Relation.ALL) {
                break;
            }
        }
        return new Clauses(clauses.direction(), left, clauses.otherwise());
    }

    private static Relation relation(List<Bound> bounds, ServiceBox box, Cuts cuts) {
        Relation all = Relation.ALL;
        for (Bound bound : bounds) {
            Relation one = relation(bound, box.range(bound.dimension()));
            if (one == Relation.NONE) {
                return Relation.NONE;
            }
            if (one == Relation.SOME) {
                bound.anyOf().forEach(range -> cuts.at(bound.dimension(), range));
                all = Relation.SOME;
            }
        }
        return all;
    }

    private static Relation relation(Bound bound, NumberRange mine) {
        Relation relation = Relation.NONE;
        for (NumberRange range : bound.anyOf()) {
            if (range.contains(mine.first()) && range.contains(mine.last())) {
                return Relation.ALL;
            }
            if (range.first() <= mine.last() && mine.first() <= range.last()) {
                relation = Relation.SOME;
            }
        }
        return relation;
    }
}
