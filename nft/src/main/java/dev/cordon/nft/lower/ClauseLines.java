package dev.cordon.nft.lower;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.NamedSet;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Presence;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules that one clause becomes: one that asks nothing of the family, or one for each family
/// in which the clause can match.
final class ClauseLines {

    private final Clause clause;
    private final Direction direction;
    private final AddressFamily family;
    private final List<Test> tests = new ArrayList<>();
    private Optional<IpProtocol> protocol = Optional.empty();
    private boolean possible = true;

    private ClauseLines(Clause clause, Direction direction, AddressFamily family) {
        this.clause = clause;
        this.direction = direction;
        this.family = family;
    }

    static List<Line> of(Clause clause, Direction direction) {
        Optional<List<Test>> v4 = new ClauseLines(clause, direction, AddressFamily.IPV4).tests();
        Optional<List<Test>> v6 = new ClauseLines(clause, direction, AddressFamily.IPV6).tests();
        if (v4.isPresent() && v4.equals(v6)) {
            return List.of(line(clause, v4.get()));
        }
        return Stream.concat(
                        v4.map(tests -> asking(AddressFamily.IPV4, tests)).stream(),
                        v6.map(tests -> asking(AddressFamily.IPV6, tests)).stream())
                .map(tests -> line(clause, tests))
                .toList();
    }

    private static Line line(Clause clause, List<Test> tests) {
        return new Line(tests, new Ending.Says(clause.verdict()));
    }

    /// Returns the tests, with one of the family in front unless some test implies it.
    private static List<Test> asking(AddressFamily family, List<Test> tests) {
        if (tests.stream().anyMatch(ClauseLines::impliesFamily)) {
            return tests;
        }
        List<Test> asking = new ArrayList<>();
        asking.add(new Test.Family(family));
        asking.addAll(tests);
        return asking;
    }

    private static boolean impliesFamily(Test test) {
        return switch (test) {
            case Test.Family asks -> true;
            case Test.IcmpMessage message -> true;
            case Test.AddressInBlock block -> true;
            case Test.AddressInSet set -> true;
            case Test.Layer4 layer4 -> false;
            case Test.Ports ports -> false;
            case Test.Marked marked -> false;
            case Test.State state -> false;
        };
    }

    /// Returns what a packet of the family must show, or nothing if none can match.
    private Optional<List<Test>> tests() {
        clause.conditions().forEach(this::add);
        protocol.ifPresent(this::addProtocol);
        return possible ? Optional.of(List.copyOf(tests)) : Optional.empty();
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Protocol(IpProtocol asked) -> {
                protocol = Optional.of(asked);
                possible &= asked.belongsTo(family);
            }
            case Condition.DestinationPorts(var anyOf) ->
                tests.add(new Test.Ports(protocol.orElseThrow(), Side.DESTINATION, anyOf));
            case Condition.SourcePorts(var range) ->
                tests.add(new Test.Ports(protocol.orElseThrow(), Side.SOURCE, List.of(range)));
            case Condition.IcmpMessage(int type, int codeFirst, int codeLast) ->
                tests.add(new Test.IcmpMessage(family, type, codeFirst, codeLast));
            case Condition.PeerIn(AddressSet set) -> addAddress(peerSide(), Presence.IN, set.of(family));
            case Condition.PeerNotIn(AddressSet set) -> addAddress(peerSide(), Presence.NOT_IN, set.of(family));
            case Condition.LocalIn(CidrBlock block) ->
                addAddress(localSide(), Presence.IN, block.family() == family ? List.of(block) : List.of());
            case Condition.Marked(var mark) -> tests.add(new Test.Marked(mark));
        }
    }

    /// The protocol is asked for by itself only where no test behind it asks for it.
    private void addProtocol(IpProtocol asked) {
        boolean implied =
                tests.stream().anyMatch(test -> test instanceof Test.Ports || test instanceof Test.IcmpMessage);
        if (!implied) {
            tests.addFirst(new Test.Layer4(asked));
        }
    }

    private void addAddress(Side side, Presence presence, List<CidrBlock> blocks) {
        if (blocks.isEmpty()) {
            possible &= presence == Presence.NOT_IN;
        } else if (blocks.getFirst().prefixLengthBits() == 0) {
            possible &= presence == Presence.IN;
        } else if (blocks.size() == 1) {
            tests.add(new Test.AddressInBlock(side, presence, blocks.getFirst()));
        } else {
            tests.add(new Test.AddressInSet(side, presence, new NamedSet(family, blocks)));
        }
    }

    private Side peerSide() {
        return direction == Direction.INGRESS ? Side.SOURCE : Side.DESTINATION;
    }

    private Side localSide() {
        return direction == Direction.INGRESS ? Side.DESTINATION : Side.SOURCE;
    }
}
