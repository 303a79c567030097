package dev.cordon.nft.plan;

import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.LineText;
import dev.cordon.nft.text.Listing;
import dev.cordon.nft.text.LookupText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What takes a kernel from what is there to what should be.
///
/// Implementation note: a base chain that is deleted and made anew in one transaction leaves an
/// instant in which the old one is empty already and the new one is empty still, and a packet
/// between them is judged by neither. So base chains stay, the maps that they look into are edited
/// element by element, and a chain that changes is flushed and filled again under its name: a
/// packet sees the one or the other, because the kernel reads the generation once for each run
/// through a base chain. Only a table whose base chains are not ours is made anew as a whole.
///
/// @spec https://wiki.nftables.org/wiki-nftables/index.php/Atomic_rule_replacement Atomic
///     replacement
public final class Plan {

    private static final String TABLE = "inet cordon";

    /// Elements in one command, so that none is longer than the library likes to read.
    private static final int COMMAND_ELEMENTS_MAX = 1_000;

    private final Held held;
    private final Ruleset desired;
    private final List<String> commands = new ArrayList<>();

    private Plan(Held held, Ruleset desired) {
        this.held = held;
        this.desired = desired;
    }

    /// Returns what is to be done; nothing if what is there is what should be.
    public static Transaction between(Observed observed, Ruleset desired) {
        return switch (observed) {
            case Observed.Absent() -> fromNothing(List.of(), desired);
            case Observed.Untouched(var enforced) -> new Plan(new Held.Known(enforced), desired).edit();
            case Observed.Present(var listing)
            when isOurs(listing, desired) -> new Plan(new Held.Read(listing), desired).edit();
            case Observed.Present foreign -> fromNothing(List.of("delete table " + TABLE), desired);
        };
    }

    private static Transaction fromNothing(List<String> before, Ruleset desired) {
        List<String> commands = new ArrayList<>(before);
        commands.add("add table " + TABLE);
        commands.addAll(new Plan(Held.nothing(), desired).edit().commands());
        return new Transaction(commands);
    }

    /// Tells whether what is there differs only in what an edit can change.
    private static boolean isOurs(Listing listing, Ruleset desired) {
        return baseChains(listing).equals(baseChains(desired))
                && desired.lookups().values().stream().allMatch(lookup -> canBeEdited(listing, lookup));
    }

    /// A map that base chains look into cannot be made anew under them.
    private static boolean canBeEdited(Listing listing, Lookup wanted) {
        return Optional.ofNullable(listing.collections().get(wanted.name()))
                .map(is -> is.kind().equals(LookupText.kind(wanted.type()))
                        && is.header().equals(LookupText.header(wanted.type())))
                .orElse(!isPermanent(wanted));
    }

    private static boolean isPermanent(Lookup lookup) {
        return lookup.name().indexOf('/') < 0;
    }

    private static SortedMap<String, List<String>> baseChains(Listing listing) {
        SortedMap<String, List<String>> bases = new TreeMap<>(listing.chains());
        bases.keySet().removeIf(name -> !Listing.isBaseChain(name));
        return bases;
    }

    private static SortedMap<String, List<String>> baseChains(Ruleset ruleset) {
        SortedMap<String, List<String>> bases = new TreeMap<>();
        ruleset.chains().values().stream()
                .filter(chain -> chain.hook().isPresent())
                .forEach(chain -> bases.put(chain.name(), LineText.lines(chain)));
        return bases;
    }

    /// What is referred to comes before what refers to it, and goes after it.
    private Transaction edit() {
        desired.lookups().values().forEach(this::addCollection);
        desired.chains().values().forEach(this::addChain);
        desired.chains().values().forEach(this::fillChain);
        desired.lookups().values().forEach(this::editElements);
        desired.chains().values().forEach(this::addBaseChain);
        deleteWhatIsGone();
        return new Transaction(commands);
    }

    private void addCollection(Lookup wanted) {
        if (!held.collections().contains(wanted.name())) {
            commands.add("add " + LookupText.kind(wanted.type()) + " " + TABLE + " " + wanted.name() + " { "
                    + String.join("; ", LookupText.header(wanted.type())) + "; }");
        }
    }

    private void addChain(Chain chain) {
        if (chain.hook().isEmpty() && !held.chains().contains(chain.name())) {
            commands.add("add chain " + TABLE + " " + chain.name());
        }
    }

    private void fillChain(Chain chain) {
        if (chain.hook().isEmpty() && !held.holds(chain)) {
            if (held.chains().contains(chain.name())) {
                commands.add("flush chain " + TABLE + " " + chain.name());
            }
            LineText.lines(chain).forEach(line -> addRule(chain, line));
        }
    }

    private void addRule(Chain chain, String line) {
        commands.add("add rule " + TABLE + " " + chain.name() + " " + line);
    }

    /// An element that stays is not touched.
    private void editElements(Lookup wanted) {
        Held.Difference difference = held.difference(wanted);
        element("delete", wanted.name(), difference.gone());
        element("add", wanted.name(), difference.added());
    }

    private void element(String verb, String name, List<String> elements) {
        for (int from = 0; from < elements.size(); from += COMMAND_ELEMENTS_MAX) {
            List<String> some = elements.subList(from, Math.min(from + COMMAND_ELEMENTS_MAX, elements.size()));
            commands.add(verb + " element " + TABLE + " " + name + " { " + String.join(", ", some) + " }");
        }
    }

    private void addBaseChain(Chain chain) {
        if (chain.hook().isPresent() && !held.chains().contains(chain.name())) {
            List<String> lines = LineText.lines(chain);
            commands.add("add chain " + TABLE + " " + chain.name() + " { " + lines.getFirst() + " }");
            lines.subList(1, lines.size()).forEach(line -> addRule(chain, line));
        }
    }

    /// Chains are emptied first, then maps go, then chains: lines refer to maps, and elements to
    /// chains.
    private void deleteWhatIsGone() {
        List<String> gone = held.chains().stream()
                .filter(name -> !desired.chains().containsKey(name))
                .toList();
        gone.forEach(name -> commands.add("flush chain " + TABLE + " " + name));
        List<String> maps = held.collections().stream()
                .filter(name -> !desired.lookups().containsKey(name))
                .toList();
        maps.forEach(name -> commands.add("delete " + held.kind(name) + " " + TABLE + " " + name));
        gone.forEach(name -> commands.add("delete chain " + TABLE + " " + name));
    }
}
