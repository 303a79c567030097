package dev.cordon.nft.attest;

import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.text.TestText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a packet can come across in a ruleset: at most this is looked at of its addresses.
final class Reach {

    /// Where a packet comes from and goes to; only its own links are found in maps of links.
    private record Links(String in, String out) {}

    private final Ruleset ruleset;
    private final Fact.Holder holder;
    private final Optional<Links> links;
    private final Predicate<String> stops;
    private final Set<String> chains = new HashSet<>();
    private final Set<Fact> ofSource = new HashSet<>();
    private final Set<Fact> ofDestination = new HashSet<>();
    private final Numbers numbers;
    private boolean asksLinks;
    private boolean asksMarks;

    private Reach(Held held, Optional<Links> links, Predicate<String> stops) {
        this.ruleset = held.ruleset();
        this.holder = held.holder();
        this.links = links;
        this.stops = stops;
        this.numbers = new Numbers(ruleset);
    }

    /// A ruleset with whose it is.
    record Held(Ruleset ruleset, Fact.Holder holder, List<Chain> bases) {

        static Held of(Ruleset ruleset, Fact.Holder holder) {
            return new Held(ruleset, holder, ruleset.bases());
        }
    }

    /// Returns what lies on a passage, but for chains that are looked into by themselves.
    static Reach of(Held held, Passage passage, Predicate<String> stops) {
        Reach reach = new Reach(held, Optional.of(new Links(passage.in(), passage.out())), stops);
        Set<Hook> hooks = passage.hook() == Hook.OUTPUT ? Set.of(Hook.OUTPUT) : Set.of(Hook.PREROUTING, passage.hook());
        held.bases().stream()
                .filter(chain -> chain.hook().filter(hooks::contains).isPresent())
                .forEach(reach::follow);
        return reach;
    }

    /// Returns what lies behind one chain.
    static Reach of(Held held, String chain) {
        Reach reach = new Reach(held, Optional.empty(), name -> false);
        reach.follow(held.ruleset().chain(chain));
        return reach;
    }

    /// Returns what is looked at of the address that is far in a direction.
    Set<Fact> far(Direction direction) {
        return direction == Direction.INGRESS ? ofSource : ofDestination;
    }

    Set<Fact> near(Direction direction) {
        return far(direction.opposite());
    }

    /// Returns how numbers that are found can be told apart.
    Numbers numbers() {
        return numbers;
    }

    Fact.Holder holder() {
        return holder;
    }

    /// Tells whether links are asked for that were not given.
    boolean asksLinks() {
        return asksLinks && links.isEmpty();
    }

    /// Tells whether the mark of a packet, or what lines have made of it, is looked at.
    boolean asksMarks() {
        return asksMarks;
    }

    private void goes(String chain) {
        if (!stops.test(chain)) {
            follow(ruleset.chain(chain));
        }
    }

    private void follow(Chain chain) {
        if (chains.add(chain.name())) {
            for (Line line : chain.lines()) {
                line.tests().forEach(this::take);
                take(line.ending());
            }
        }
    }

    private void take(Test test) {
        switch (test) {
            case Test.AddressInBlock(var side, var block) -> of(side).add(new Fact.InBlock(block));
            case Test.AddressInSet(var family, var side, var set) -> of(side).add(new Fact.InLookup(holder, set));
            case Test.ClassIn(var anyOf) -> {
                asksMarks = true;
                anyOf.forEach(numbers::border);
            }
            case Test.LinkIn link -> asksLinks = true;
            case Test.LinkNotIn link -> asksLinks = true;
            // looked at in the walk itself, or the same for all packets of two ends
            case Test.Family family -> {}
            case Test.Layer4 protocol -> {}
            case Test.Ports ports -> {}
            case Test.IcmpMessage message -> {}
            case Test.Marked(var mark) -> {
                asksMarks = true;
                numbers.border(NumberRange.of(TestText.number(mark)));
            }
            case Test.State state -> {}
            case Test.NotOfFlows other -> {}
        }
    }

    private Set<Fact> of(Side side) {
        return side == Side.SOURCE ? ofSource : ofDestination;
    }

    private void take(Ending ending) {
        switch (ending) {
            case Ending.Goes(var chain) -> goes(chain);
            case Ending.Asks(var chain) -> goes(chain);
            case Ending.MarksAddress(var family, var side, var map) -> of(side).add(new Fact.InLookup(holder, map));
            case Ending.MarksBlock(var family, var side, var map) -> of(side).add(new Fact.InLookup(holder, map));
            case Ending.MarksClass(var map) -> {
                asksMarks = true;
                numbers.classes(map);
            }
            case Ending.Looks(var query, var map) -> looks(query, map);
            case Ending.Says says -> {}
            case Ending.Remembers remembers -> {}
            case Ending.Accepts accepts -> {}
            case Ending.Returns returns -> {}
            case Ending.Denies denies -> {}
            case Ending.Drops drops -> {}
            case Ending.Tells tells -> {}
            case Ending.Marks marks -> {}
            case Ending.Counts counts -> {}
            case Ending.Keeps keeps -> {}
        }
    }

    private void looks(Ending.Query query, String map) {
        switch (query) {
            case LINK_IN -> link(map, links.map(Links::in));
            case LINK_OUT -> link(map, links.map(Links::out));
            case PORT_PROTOCOL_CLASS, PROTOCOL_CLASS -> {
                asksMarks = true;
                numbers.verdicts(map);
                led(ruleset.lookup(map).elements().values());
            }
        }
    }

    private void link(String map, Optional<String> name) {
        asksLinks = true;
        Lookup lookup = ruleset.lookup(map);
        led(name.flatMap(link -> lookup.elements().get(new Key.LinkName(link))).stream());
    }

    private void led(Stream<Element> elements) {
        for (Element element : List.copyOf(elements.toList())) {
            switch (element.value()) {
                case Value.Asks(var chain) -> goes(chain);
                case Value.Goes(var chain) -> goes(chain);
                case Value.Says says -> {}
                case Value.Present present -> {}
                case Value.Number number -> {}
            }
        }
    }
}
