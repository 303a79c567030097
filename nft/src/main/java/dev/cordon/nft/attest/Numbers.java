package dev.cordon.nft.attest;

import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How identities can be told apart: by the classes that maps make of them, and by the ranges of
/// numbers that lines and elements ask for. Two that look alike here are one.
final class Numbers {

    private static final long NO_CLASS = -1;

    private final Ruleset ruleset;
    private final Set<String> looked = new HashSet<>();
    private final List<Map<Long, Long>> classes = new ArrayList<>();
    private final NavigableSet<Long> borders = new TreeSet<>();

    Numbers(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    void border(NumberRange range) {
        borders.add(range.first());
        borders.add(range.last() + 1);
    }

    /// Takes in a map of classes. One that has ranges of identities tells apart where they begin.
    void classes(String map) {
        if (looked.add(map)) {
            Map<Long, Long> ofOne = new HashMap<>();
            ruleset.lookup(map).elements().values().forEach(element -> {
                if (element.key() instanceof Key.Numbers(var range)
                        && element.value() instanceof Value.Number(long number)) {
                    if (range.first() == range.last()) {
                        ofOne.put(range.first(), number);
                    } else {
                        border(range);
                    }
                }
            });
            classes.add(ofOne);
        }
    }

    /// Takes in a map of verdicts.
    void verdicts(String map) {
        if (looked.add(map)) {
            ruleset.lookup(map).elements().keys().forEach(key -> {
                switch (key) {
                    case Key.Box(var ports, var protocol, var range) -> border(range);
                    case Key.Carried(var first, var last, var range) -> border(range);
                    case Key.LinkName name -> {}
                    case Key.Addresses addresses -> {}
                    case Key.Numbers numbers -> {}
                }
            });
        }
    }

    /// Returns what a number looks like.
    List<Long> look(long number) {
        List<Long> look = new ArrayList<>();
        look.add(Optional.ofNullable(borders.floor(number)).orElse(NO_CLASS));
        classes.forEach(map -> look.add(map.getOrDefault(number, NO_CLASS)));
        return look;
    }
}
