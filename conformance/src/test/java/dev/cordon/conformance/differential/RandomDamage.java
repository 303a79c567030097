package dev.cordon.conformance.differential;

import dev.cordon.model.Chance;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.text.DenialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One small thing in a ruleset that somebody else has changed.
final class RandomDamage {

    private final Chance chance;

    RandomDamage(Chance chance) {
        this.chance = chance;
    }

    /// Returns a ruleset with one thing changed, or as it was if there is no such thing in it.
    Ruleset to(Ruleset whole) {
        return switch (chance.between(1, 5)) {
            case 1 -> inElement(whole, element -> Optional.empty());
            case 2 -> inElement(whole, this::otherVerdict);
            case 3 -> inElement(whole, this::morePorts);
            case 4 -> inChain(whole, this::withoutALine);
            default -> inChain(whole, this::withALine);
        };
    }

    private interface ElementChange {
        Optional<Element> of(Element element);
    }

    private Ruleset inElement(Ruleset whole, ElementChange change) {
        List<Lookup> filled = whole.lookups().values().stream()
                .filter(lookup -> !lookup.elements().isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return whole;
        }
        Lookup lookup = chance.of(filled);
        Element element = chance.of(lookup.elements().values().toList());
        Optional<Element> now = change.of(element);
        var without = lookup.elements().without(element.key());
        boolean fits = now.filter(some -> without.keys().anyMatch(key -> overlap(key, some.key())))
                .isEmpty();
        SortedMap<String, Lookup> lookups = new TreeMap<>(whole.lookups());
        if (fits) {
            lookups.put(
                    lookup.name(),
                    new Lookup(
                            lookup.name(),
                            lookup.type(),
                            now.map(some -> some.in(without)).orElse(without)));
        }
        return new Ruleset(lookups, whole.chains());
    }

    private static boolean overlap(Key one, Key other) {
        return one instanceof Key.Box(var ports, var protocol, var classes)
                && other instanceof Key.Box(var otherPorts, var otherProtocol, var otherClasses)
                && protocol.equals(otherProtocol)
                && ports.first() <= otherPorts.last()
                && otherPorts.first() <= ports.last()
                && classes.first() <= otherClasses.last()
                && otherClasses.first() <= classes.last();
    }

    /// What was accepted is dropped as forged, because each ruleset has a chain for that.
    private Optional<Element> otherVerdict(Element element) {
        return Optional.of(
                element.value() instanceof Value.Says(var direction, var verdict)
                        ? new Element(element.key(), opposite(direction, verdict))
                        : element);
    }

    private static Value opposite(Direction direction, Verdict verdict) {
        return switch (verdict.action()) {
            case ACCEPT -> new Value.Goes(DenialText.chain(Denial.forged(direction)));
            case DROP ->
                new Value.Says(
                        direction,
                        verdict.reason() instanceof MatchedRule
                                ? new Verdict(Action.ACCEPT, verdict.reason())
                                : verdict);
        };
    }

    private Optional<Element> morePorts(Element element) {
        return Optional.of(
                element.key() instanceof Key.Box(var ports, var protocol, var classes)
                        ? new Element(
                                new Key.Box(
                                        new PortRange(ports.first(), chance.between(ports.last(), PortRange.PORT_MAX)),
                                        protocol,
                                        classes),
                                element.value())
                        : element);
    }

    private interface LinesChange {
        List<Line> of(List<Line> lines);
    }

    private Ruleset inChain(Ruleset whole, LinesChange change) {
        Chain chain = chance.of(List.copyOf(whole.chains().values()));
        SortedMap<String, Chain> chains = new TreeMap<>(whole.chains());
        chains.put(chain.name(), new Chain(chain.name(), chain.hook(), change.of(chain.lines())));
        return new Ruleset(whole.lookups(), chains);
    }

    private List<Line> withoutALine(List<Line> lines) {
        List<Line> less = new ArrayList<>(lines);
        if (!less.isEmpty()) {
            less.remove(chance.between(0, less.size() - 1));
        }
        return less;
    }

    private List<Line> withALine(List<Line> lines) {
        List<Line> more = new ArrayList<>(lines);
        List<Test> tests = chance.of(
                List.of(),
                List.of(new Test.Ports(
                        IpProtocol.TCP, Test.Side.SOURCE, List.of(PortRange.of(chance.between(1, 99))))));
        more.add(chance.between(0, more.size()), new Line(tests, new Ending.Accepts("foreign")));
        return more;
    }
}
