package dev.cordon.nft.plan;

import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.Listing;
import dev.cordon.nft.text.Listing.Collected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    private final Listing observed;
    private final Listing desired;
    private final List<String> commands = new ArrayList<>();

    private Plan(Listing observed, Listing desired) {
        this.observed = observed;
        this.desired = desired;
    }

    /// Returns what is to be done; nothing if what is there is what should be.
    public static Transaction between(Observed observed, Ruleset desired) {
        Listing wanted = Listing.of(desired);
        return switch (observed) {
            case Observed.Absent() -> fromNothing(List.of(), wanted);
            case Observed.Present(var listing) when listing.equals(wanted) -> Transaction.NOTHING;
            case Observed.Present(var listing)
            when isOurs(listing, wanted) -> new Transaction(new Plan(listing, wanted).edit());
            case Observed.Present foreign -> fromNothing(List.of("delete table " + TABLE), wanted);
        };
    }

    private static Transaction fromNothing(List<String> before, Listing wanted) {
        List<String> commands = new ArrayList<>(before);
        commands.add("add table " + TABLE);
        commands.addAll(new Plan(new Listing(new TreeMap<>(), new TreeMap<>()), wanted).edit());
        return new Transaction(commands);
    }

    /// Tells whether what is there differs only in what an edit can change.
    private static boolean isOurs(Listing listing, Listing wanted) {
        boolean sameBases = baseChains(listing.chains()).equals(baseChains(wanted.chains()));
        boolean sameHeaders = listing.collections().entrySet().stream()
                .allMatch(is -> !wanted.collections().containsKey(is.getKey())
                        || header(wanted, is.getKey()).equals(is.getValue().header()));
        boolean sameMaps = wanted.collections().entrySet().stream()
                .filter(entry -> entry.getValue().header().startsWith("map"))
                .allMatch(entry -> listing.collections().containsKey(entry.getKey()));
        return sameBases && sameHeaders && sameMaps;
    }

    private static String header(Listing listing, String name) {
        Collected collected = listing.collections().get(name);
        return collected == null ? "" : collected.header();
    }

    private static SortedMap<String, List<String>> baseChains(SortedMap<String, List<String>> chains) {
        SortedMap<String, List<String>> bases = new TreeMap<>(chains);
        bases.keySet().removeIf(name -> !Listing.isBaseChain(name));
        return bases;
    }

    /// What is referred to comes before what refers to it, and goes after it.
    private List<String> edit() {
        addCollections();
        addChains();
        fillChains();
        desired.collections().forEach(this::editElements);
        addBaseChains();
        deleteChains();
        deleteCollections();
        return commands;
    }

    private void addCollections() {
        desired.collections().forEach((name, wanted) -> {
            if (!observed.collections().containsKey(name)) {
                int space = wanted.header().indexOf(' ');
                String kind = wanted.header().substring(0, space);
                String body = wanted.header().substring(space + 1).replace(" flags", "; flags");
                commands.add("add " + kind + " " + TABLE + " " + name + " { " + body + "; }");
            }
        });
    }

    private void addChains() {
        for (String name : desired.chains().keySet()) {
            if (!Listing.isBaseChain(name) && !observed.chains().containsKey(name)) {
                commands.add("add chain " + TABLE + " " + name);
            }
        }
    }

    /// Sets are filled where they are made; rules of chains follow.
    private void fillChains() {
        desired.chains().forEach((name, lines) -> {
            if (!Listing.isBaseChain(name) && !lines.equals(observed.chains().get(name))) {
                if (observed.chains().containsKey(name)) {
                    commands.add("flush chain " + TABLE + " " + name);
                }
                lines.forEach(line -> commands.add("add rule " + TABLE + " " + name + " " + line));
            }
        });
    }

    /// An element that stays is not touched.
    private void editElements(String name, Collected wanted) {
        Collected is = observed.collections().get(name);
        SortedSet<String> gone = is == null ? new TreeSet<>() : new TreeSet<>(is.elements());
        gone.removeAll(wanted.elements());
        SortedSet<String> added = new TreeSet<>(wanted.elements());
        if (is != null) {
            added.removeAll(is.elements());
        }
        element("delete", name, gone);
        element("add", name, added);
    }

    private void element(String verb, String name, SortedSet<String> elements) {
        if (!elements.isEmpty()) {
            commands.add(verb + " element " + TABLE + " " + name + " { " + String.join(", ", elements) + " }");
        }
    }

    private void addBaseChains() {
        for (Map.Entry<String, List<String>> base : baseChains(desired.chains()).entrySet()) {
            if (!observed.chains().containsKey(base.getKey())) {
                List<String> lines = base.getValue();
                commands.add("add chain " + TABLE + " " + base.getKey() + " { " + lines.getFirst() + " }");
                lines.subList(1, lines.size())
                        .forEach(line -> commands.add("add rule " + TABLE + " " + base.getKey() + " " + line));
            }
        }
    }

    private void deleteChains() {
        for (String name : observed.chains().keySet()) {
            if (!desired.chains().containsKey(name)) {
                commands.add("flush chain " + TABLE + " " + name);
                commands.add("delete chain " + TABLE + " " + name);
            }
        }
    }

    private void deleteCollections() {
        observed.collections().forEach((name, is) -> {
            if (!desired.collections().containsKey(name)) {
                commands.add("delete " + is.header().substring(0, is.header().indexOf(' ')) + " " + TABLE + " " + name);
            }
        });
    }
}
