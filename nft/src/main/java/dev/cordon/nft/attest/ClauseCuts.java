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

/// What the engine looks at between two ends: of each clause that can match there, the conditions
/// that are not yet decided. It does not decide; it only says where another verdict may begin.
final class ClauseCuts {

    /// How a condition stands to a box.
    private enum Relation {
        ALL,
        SOME,
        NONE
    }

    private final List<List<Condition>> open = new ArrayList<>();

    ClauseCuts(Clauses clauses, Ends ends) {
        for (Clause clause : clauses.inOrder()) {
            if (clause.conditions().stream().allMatch(condition -> mayHold(condition, ends))) {
                List<Condition> left =
                        clause.conditions().stream().filter(ClauseCuts::isOpen).toList();
                open.add(left);
                if (left.isEmpty()) {
                    break;
                }
            }
        }
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

    private static boolean isOpen(Condition condition) {
        return switch (condition) {
            case Condition.PeerIn peer -> false;
            case Condition.PeerNotIn peer -> false;
            case Condition.LocalIn local -> false;
            case Condition.Marked marked -> false;
            case Condition.Protocol protocol -> true;
            case Condition.DestinationPorts ports -> true;
            case Condition.SourcePorts ports -> true;
            case Condition.IcmpMessage message -> true;
        };
    }

    /// Says where to cut a box, up to the clause that decides all of it.
    void cut(ServiceBox box, Cuts cuts) {
        for (List<Condition> conditions : open) {
            if (relation(conditions, box, cuts) == Relation.ALL) {
                return;
            }
        }
    }

    private static Relation relation(List<Condition> conditions, ServiceBox box, Cuts cuts) {
        Relation all = Relation.ALL;
        for (Condition condition : conditions) {
            Relation one = relation(condition, box, cuts);
            if (one == Relation.NONE) {
                return Relation.NONE;
            }
            all = one == Relation.SOME ? Relation.SOME : all;
        }
        return all;
    }

    private static Relation relation(Condition condition, ServiceBox box, Cuts cuts) {
        return switch (condition) {
            case Condition.Protocol(var protocol) ->
                relation(Dimension.PROTOCOL, List.of(NumberRange.of(protocol.number())), box, cuts);
            case Condition.DestinationPorts(var anyOf) ->
                relation(
                        Dimension.SECOND,
                        anyOf.stream().map(ClauseCuts::numbers).toList(),
                        box,
                        cuts);
            case Condition.SourcePorts(var range) -> relation(Dimension.FIRST, List.of(numbers(range)), box, cuts);
            case Condition.IcmpMessage(int type, int codeFirst, int codeLast) -> {
                Relation ofType = relation(Dimension.FIRST, List.of(NumberRange.of(type)), box, cuts);
                yield ofType == Relation.ALL
                        ? relation(Dimension.SECOND, List.of(new NumberRange(codeFirst, codeLast)), box, cuts)
                        : ofType;
            }
            case Condition.PeerIn peer -> Relation.ALL;
            case Condition.PeerNotIn peer -> Relation.ALL;
            case Condition.LocalIn local -> Relation.ALL;
            case Condition.Marked marked -> Relation.ALL;
        };
    }

    private static NumberRange numbers(PortRange range) {
        return new NumberRange(range.first(), range.last());
    }

    private static Relation relation(Dimension dimension, List<NumberRange> anyOf, ServiceBox box, Cuts cuts) {
        NumberRange mine = box.range(dimension);
        if (anyOf.stream().anyMatch(range -> range.contains(mine.first()) && range.contains(mine.last()))) {
            return Relation.ALL;
        }
        List<NumberRange> touching = anyOf.stream()
                .filter(range -> range.first() <= mine.last() && mine.first() <= range.last())
                .toList();
        touching.forEach(range -> cuts.at(dimension, range));
        return touching.isEmpty() ? Relation.NONE : Relation.SOME;
    }
}
