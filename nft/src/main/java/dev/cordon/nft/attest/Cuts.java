package dev.cordon.nft.attest;

import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.nft.attest.ServiceBox.Dimension;
import dev.cordon.nft.interpret.Trace;
import dev.cordon.nft.interpret.VerdictRow;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Where a box has to be cut, so that all that was looked at is the same in each part: no cuts, and
/// one packet stands for all of the box.
final class Cuts implements Trace {

    private final ServiceBox box;
    private final Predicate<String> passesBy;
    private final Map<Dimension, NavigableSet<Integer>> cuts = new EnumMap<>(Dimension.class);
    private final List<String> passedBy = new ArrayList<>();
    private boolean looksBehind;

    /// @param passesBy chains that are looked into by themselves
    Cuts(ServiceBox box, Predicate<String> passesBy) {
        this.box = box;
        this.passesBy = passesBy;
        for (Dimension dimension : Dimension.values()) {
            cuts.put(dimension, new TreeSet<>());
        }
    }

    /// Takes in that something is asked of values from one on up to before another one.
    void at(Dimension dimension, NumberRange asked) {
        cut(dimension, asked.first());
        cut(dimension, asked.last() + 1);
    }

    private void cut(Dimension dimension, long at) {
        NumberRange range = box.range(dimension);
        if (range.first() < at && at <= range.last()) {
            cuts.getOrDefault(dimension, new TreeSet<>()).add((int) at);
        }
    }

    void at(IpProtocol protocol) {
        at(Dimension.PROTOCOL, NumberRange.of(protocol.number()));
    }

    @Override
    public void asks(Test test) {
        looksBehind |= !passedBy.isEmpty() && (test instanceof Test.ClassIn || test instanceof Test.Marked);
        switch (test) {
            case Test.Layer4(var protocol) -> at(protocol);
            case Test.Ports(var protocol, var side, var anyOf) -> {
                if (box.isOf(protocol)) {
                    Dimension dimension = side == Side.SOURCE ? Dimension.FIRST : Dimension.SECOND;
                    anyOf.forEach(range -> at(dimension, new NumberRange(range.first(), range.last())));
                }
            }
            case Test.IcmpMessage(var family, int type, int codeFirst, int codeLast) -> {
                if (box.isOf(IpProtocol.ICMP) || box.isOf(IpProtocol.ICMPV6)) {
                    at(Dimension.FIRST, NumberRange.of(type));
                    at(Dimension.SECOND, new NumberRange(codeFirst, codeLast));
                }
            }
            // the same for all packets between two ends
            case Test.Family family -> {}
            case Test.AddressInBlock block -> {}
            case Test.AddressInSet set -> {}
            case Test.ClassIn classes -> {}
            case Test.Marked marked -> {}
            case Test.State state -> {}
            case Test.LinkIn link -> {}
            case Test.LinkNotIn link -> {}
            case Test.NotOfFlows other -> {}
        }
    }

    @Override
    public void looks(VerdictRow row) {
        looksBehind |= !passedBy.isEmpty();
        NumberRange protocols = box.protocols();
        row.protocols(Math.toIntExact(protocols.first()), Math.toIntExact(protocols.last()))
                .forEach(at -> cut(Dimension.PROTOCOL, at));
        IpProtocol protocol = new IpProtocol(Math.toIntExact(protocols.first()));
        if (protocol.hasPorts()) {
            PortRange ports = new PortRange(
                    Math.toIntExact(box.second().first()),
                    Math.toIntExact(box.second().last()));
            row.ports(protocol, ports).forEach(at -> cut(Dimension.SECOND, at));
        }
    }

    @Override
    public boolean passesBy(String chain, MarkSoFar mark) {
        boolean passes = mark == MarkSoFar.OF_THE_FABRIC && passesBy.test(chain);
        if (passes) {
            passedBy.add(chain);
        }
        return passes;
    }

    /// Returns the chains that were passed by.
    List<String> passedBy() {
        return passedBy;
    }

    /// Tells whether a mark was looked at that a chain may have written which was passed by.
    boolean looksBehind() {
        return looksBehind;
    }

    /// Returns the parts in which there is less to be told apart; none if all is the same.
    List<ServiceBox> parts() {
        return cuts.entrySet().stream()
                .filter(cut -> !cut.getValue().isEmpty())
                .findFirst()
                .map(cut -> box.split(cut.getKey(), cut.getValue()))
                .orElse(List.of());
    }
}
