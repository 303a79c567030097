package dev.cordon.nft.lower;

import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Clauses as lines, one after the other, for what no map can look at: source ports, the ENI's own
/// address, marks, and messages of ICMP. Far addresses are asked for by their class.
final class LinearLines {

    private final Direction direction;
    private final List<Column> columns;

    LinearLines(Direction direction, List<Column> columns) {
        this.direction = direction;
        this.columns = List.copyOf(columns);
    }

    /// Returns the lines of a clause that stands where classes are known; none if nothing can match
    /// it.
    Stream<Line> of(ScopeClause clause) {
        List<NumberRange> classes = classes(clause);
        if (classes.isEmpty()) {
            return Stream.empty();
        }
        List<Test> tests = new ArrayList<>();
        if (!classes.equals(classes(columns))) {
            tests.add(new Test.ClassIn(classes));
        }
        return lines(clause, tests);
    }

    /// Returns the lines of a clause that stands before classes are known: it asks nothing of the
    /// far address.
    Stream<Line> inFront(ScopeClause clause) {
        return lines(clause, List.of());
    }

    private Stream<Line> lines(ScopeClause clause, List<Test> before) {
        Ending ending = ending(clause.clause());
        return Stream.of(AddressFamily.values())
                .flatMap(family -> tests(clause, family).stream())
                .distinct()
                .map(tests ->
                        new Line(Stream.concat(before.stream(), tests.stream()).toList(), ending));
    }

    /// Conntrack does not keep marks by itself.
    private Ending ending(Clause clause) {
        Ending.Says says = new Ending.Says(direction, clause.verdict());
        boolean byMark = clause.conditions().stream().anyMatch(condition -> condition instanceof Condition.Marked);
        return byMark && clause.verdict().action() == Action.ACCEPT ? new Ending.Remembers(says) : says;
    }

    private List<NumberRange> classes(ScopeClause clause) {
        return classes(columns.stream().filter(clause::speaksOf).toList());
    }

    private static List<NumberRange> classes(List<Column> some) {
        List<NumberRange> ranges = new ArrayList<>();
        for (Column column : some) {
            NumberRange next = column.numbers();
            if (!ranges.isEmpty() && ranges.getLast().last() + 1 == next.first()) {
                next = new NumberRange(ranges.removeLast().first(), next.last());
            }
            ranges.add(next);
        }
        return ranges;
    }

    /// Returns what a packet of a family must show beside its class, or nothing if none can match.
    private Optional<List<Test>> tests(ScopeClause clause, AddressFamily family) {
        List<Test> tests = new ArrayList<>();
        for (Condition condition : clause.clause().conditions()) {
            switch (condition) {
                case Condition.SourcePorts(var range) -> tests.add(ports(clause, Side.SOURCE, List.of(range)));
                case Condition.DestinationPorts(var anyOf) -> tests.add(ports(clause, Side.DESTINATION, anyOf));
                case Condition.IcmpMessage(int type, int codeFirst, int codeLast) ->
                    tests.add(new Test.IcmpMessage(family, type, codeFirst, codeLast));
                case Condition.LocalIn(var block) -> {
                    if (block.family() != family) {
                        return Optional.empty();
                    }
                    tests.add(local(block));
                }
                case Condition.Marked(var mark) -> tests.add(new Test.Marked(mark));
                case Condition.Protocol protocol -> {}
                case Condition.PeerIn peer -> {}
                case Condition.PeerNotIn peer -> {}
            }
        }
        return withProtocol(clause.protocol(), family, tests);
    }

    /// The protocol is asked for by itself only where no test behind it asks for it.
    private static Optional<List<Test>> withProtocol(
            Optional<IpProtocol> protocol, AddressFamily family, List<Test> tests) {
        if (protocol.filter(asked -> !asked.belongsTo(family)).isPresent()) {
            return Optional.empty();
        }
        boolean implied =
                tests.stream().anyMatch(test -> test instanceof Test.Ports || test instanceof Test.IcmpMessage);
        if (!implied) {
            protocol.ifPresent(asked -> tests.addFirst(new Test.Layer4(asked)));
        }
        return Optional.of(tests);
    }

    private static Test ports(ScopeClause clause, Side side, List<PortRange> anyOf) {
        return new Test.Ports(clause.protocol().orElseThrow(), side, anyOf);
    }

    private Test local(CidrBlock block) {
        Side side = direction == Direction.INGRESS ? Side.DESTINATION : Side.SOURCE;
        return new Test.AddressInBlock(side, block);
    }
}
