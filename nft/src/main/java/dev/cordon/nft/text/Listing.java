package dev.cordon.nft.text;

import dev.cordon.model.policy.Action;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Dispatch;
import dev.cordon.nft.ruleset.DispatchMap;
import dev.cordon.nft.ruleset.DispatchMap.Target;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.NamedSet;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A table as `nft list table` prints it, taken apart: the form in which what is and what should be
/// are compared.
///
/// @param chains the lines of each chain, the header of a base chain among them
/// @param collections sets and maps
public record Listing(SortedMap<String, List<String>> chains, SortedMap<String, Collected> collections) {

    /// A set or a map.
    ///
    /// @param header what it is, such as `set type ipv4_addr`
    /// @param elements `key` or `key : value`, in no order
    public record Collected(String header, SortedSet<String> elements) {
        public Collected {
            elements = Collections.unmodifiableSortedSet(new TreeSet<>(elements));
        }
    }

    public Listing {
        chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
        collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
    }

    /// Returns what the kernel will print once it holds a ruleset.
    public static Listing of(Ruleset ruleset) {
        SortedMap<String, Collected> collections = new TreeMap<>();
        ruleset.maps().forEach(map -> collections.put(name(map.dispatch()), map(map)));
        ruleset.sets().forEach(set -> collections.put(set.name(), set(set)));
        SortedMap<String, List<String>> chains = new TreeMap<>();
        for (Dispatch.Hook hook : Dispatch.Hook.values()) {
            chains.put(lower(hook), baseChain(hook));
        }
        for (Chain chain : ruleset.chains()) {
            chains.put(chain.name(), chain.lines().stream().map(Listing::line).toList());
        }
        return new Listing(chains, collections);
    }

    /// The names of base chains; those of ENIs have a slash in them.
    public static boolean isBaseChain(String name) {
        return name.indexOf('/') < 0;
    }

    private static List<String> baseChain(Dispatch.Hook hook) {
        List<String> lines = new ArrayList<>();
        lines.add("type filter hook " + lower(hook) + " priority 0; policy accept;");
        for (Dispatch dispatch : Dispatch.values()) {
            if (dispatch.hook() == hook) {
                lines.add(dispatch.key() + " vmap @" + name(dispatch));
            }
        }
        return lines;
    }

    private static String line(Line line) {
        StringBuilder text = new StringBuilder();
        line.tests().forEach(test -> text.append(TestText.of(test)).append(' '));
        return text.append(
                        switch (line.ending()) {
                            case Ending.DropsInvalid() -> "drop comment \"INVALID\"";
                            case Ending.DropsForged() -> "drop comment \"FORGED\"";
                            case Ending.Says(var verdict) ->
                                (verdict.action() == Action.ACCEPT ? "return" : "drop") + " comment \""
                                        + Comment.of(verdict) + "\"";
                        })
                .toString();
    }

    private static Collected map(DispatchMap map) {
        SortedSet<String> elements = new TreeSet<>();
        map.byLink()
                .forEach((link, target) -> elements.add("\"" + link + "\" : "
                        + switch (target) {
                            case Target.Judge(var chain) -> "jump " + chain;
                            case Target.Closed() -> "drop";
                        }));
        return new Collected("map type ifname : verdict", elements);
    }

    private static Collected set(NamedSet set) {
        SortedSet<String> elements = new TreeSet<>();
        set.blocks().forEach(block -> elements.add(TestText.block(block)));
        String type = switch (set.family()) {
            case IPV4 -> "set type ipv4_addr";
            case IPV6 -> "set type ipv6_addr";
        };
        return new Collected(set.hasIntervals() ? type + " flags interval" : type, elements);
    }

    private static String name(Dispatch dispatch) {
        return lower(dispatch) + "_by_link";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
