package dev.cordon.nft.plan;

import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.ruleset.Timeout;
import dev.cordon.nft.text.LineText;
import dev.cordon.nft.text.LookupText;
import dev.cordon.nft.text.TimeoutText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Commands for tables of one name, in the order in which they are added.
final class Build {

    /// Elements in one command, so that none is longer than the library likes to read.
    private static final int COMMAND_ELEMENTS_MAX = 1_000;

    private final String table;
    private final List<String> commands = new ArrayList<>();

    Build(String table) {
        this.table = table;
    }

    Transaction transaction() {
        return new Transaction(commands);
    }

    void addTables(Set<Table> tables) {
        tables.forEach(each -> commands.add("add table " + each.family() + " " + table));
    }

    /// What is not there can be deleted only once it has been added.
    void deleteTables(Set<Table> tables) {
        addTables(tables);
        tables.forEach(each -> commands.add("delete table " + each.family() + " " + table));
    }

    /// Returns where something is in the kernel: family, table and name.
    private String place(String name) {
        return Table.of(name).family() + " " + table + " " + Table.inKernel(name);
    }

    void addCollection(Lookup lookup) {
        commands.add("add " + LookupText.kind(lookup.type()) + " " + place(lookup.name()) + " { "
                + String.join("; ", LookupText.header(lookup.type())) + "; }");
    }

    void deleteCollection(Lookup lookup) {
        commands.add("delete " + LookupText.kind(lookup.type()) + " " + place(lookup.name()));
    }

    /// Adding one that is there already does nothing.
    void addTimeout(Timeout timeout) {
        commands.add("add ct timeout " + place(TimeoutText.name(timeout)) + " { " + TimeoutText.body(timeout) + " }");
    }

    void addChain(Chain chain) {
        commands.add("add chain " + place(chain.name()));
    }

    /// A base chain judges as soon as it is there.
    void addBaseChain(Chain chain) {
        List<String> lines = LineText.lines(chain);
        commands.add("add chain " + place(chain.name()) + " { " + lines.getFirst() + " }");
        lines.subList(1, lines.size()).forEach(line -> addRule(chain, line));
    }

    void fillChain(Chain chain) {
        LineText.lines(chain).forEach(line -> addRule(chain, line));
    }

    private void addRule(Chain chain, String line) {
        commands.add("add rule " + place(chain.name()) + " " + line);
    }

    void flushChain(String name) {
        commands.add("flush chain " + place(name));
    }

    void deleteChain(String name) {
        commands.add("delete chain " + place(name));
    }

    void deleteElements(Lookup lookup, Collection<Element> elements) {
        elements(
                "delete",
                lookup,
                elements.stream().map(element -> key(lookup, element)).toList());
    }

    void addElements(Lookup lookup, Collection<Element> elements) {
        elements(
                "add",
                lookup,
                elements.stream()
                        .map(element -> key(lookup, element) + LookupText.value(element.value()))
                        .toList());
    }

    private static String key(Lookup lookup, Element element) {
        return LookupText.spoken(LookupText.key(lookup.type(), element.key()));
    }

    private void elements(String verb, Lookup lookup, List<String> elements) {
        for (int from = 0; from < elements.size(); from += COMMAND_ELEMENTS_MAX) {
            List<String> some = elements.subList(from, Math.min(from + COMMAND_ELEMENTS_MAX, elements.size()));
            commands.add(verb + " element " + place(lookup.name()) + " { " + String.join(", ", some) + " }");
        }
    }
}
