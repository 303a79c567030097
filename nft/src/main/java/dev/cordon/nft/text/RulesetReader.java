package dev.cordon.nft.text;

import dev.cordon.engine.compile.HostView;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a listing back as the ruleset that it is, whoever has written it.
///
/// Verdicts are read from what lines and elements do; comments only say for which reason. A verdict
/// to drop counts as one if the chain that it leads to does drop.
public final class RulesetReader {

    /// A listing as a ruleset.
    ///
    /// @param foreign what is not understood, each with its chain, set or map; then the ruleset is
    ///     not all there is
    public record Reading(Ruleset ruleset, List<String> foreign) {
        public Reading {
            foreign = List.copyOf(foreign);
        }
    }

    private final Vocabulary vocabulary;
    private final LineReader lineReader;
    private final Listing listing;
    private final List<String> foreign = new ArrayList<>();

    private RulesetReader(Listing listing, Vocabulary vocabulary, Ruleset lowered) {
        this.listing = listing;
        this.vocabulary = vocabulary;
        this.lineReader = new LineReader(vocabulary, listing, lowered);
    }

    /// Reads the table of IP.
    ///
    /// @param view whose rules are in the comments
    /// @param lowered what would be in the kernel, made from nothing
    public static Reading read(Listing listing, HostView view, Ruleset lowered) {
        RulesetReader reader = new RulesetReader(listing.of(Table.INET), Vocabulary.of(view), lowered);
        List<Lookup> lookups = reader.lookups();
        List<Chain> chains = new ArrayList<>();
        reader.listing.chains().forEach((name, lines) -> chains.add(reader.chain(name, lines)));
        return new Reading(Ruleset.of(lookups, chains), reader.foreign);
    }

    private List<Lookup> lookups() {
        List<Lookup> lookups = new ArrayList<>();
        listing.collections()
                .forEach((name, collected) -> ElementReader.type(collected)
                        .map(type -> lookup(name, type, collected))
                        .ifPresentOrElse(
                                lookups::add, () -> foreign.add(collected.kind() + " " + name + ": another type")));
        return lookups;
    }

    private Lookup lookup(String name, Type type, Listing.Collected collected) {
        ElementReader reader = new ElementReader(lineReader, vocabulary, name, type);
        SortedTable<Key, Element> elements = Lookup.noElements();
        for (var printed : collected.elements().entrySet()) {
            Optional<Element> element = reader.read(printed.getKey(), printed.getValue());
            if (element.isPresent()) {
                elements = element.get().in(elements);
            } else {
                foreign.add(collected.kind() + " " + name + ": " + printed.getKey() + printed.getValue());
            }
        }
        return new Lookup(name, type, elements);
    }

    private Chain chain(String name, List<String> lines) {
        boolean base = !lines.isEmpty() && lines.getFirst().startsWith("type ");
        Optional<Hook> hook = base ? hook(lines.getFirst()) : Optional.empty();
        if (base && hook.isEmpty()) {
            foreign.add("chain " + name + ": " + lines.getFirst());
        }
        List<Line> read = new ArrayList<>();
        for (String text : lines.subList(base ? 1 : 0, lines.size())) {
            lineReader.read(name, text).ifPresentOrElse(read::add, () -> foreign.add("chain " + name + ": " + text));
        }
        return new Chain(name, hook, read);
    }

    private static Optional<Hook> hook(String header) {
        return Arrays.stream(Hook.values())
                .filter(hook -> LineText.hook(hook).equals(header))
                .findFirst();
    }
}
