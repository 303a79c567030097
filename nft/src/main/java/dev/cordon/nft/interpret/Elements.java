package dev.cordon.nft.interpret;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The elements and base chains of a ruleset, found as fast as the kernel finds them. Used by one
/// thread.
///
/// No two elements of a lookup may fit one packet, or the kernel would be free to choose.
final class Elements {

    private static final long LAST_NUMBER = 0xffff_ffffL;

    private final Ruleset ruleset;
    private final List<Chain> bases;
    private final Set<String> checked = new HashSet<>();
    private final Map<String, ByClass> byClass = new HashMap<>();

    /// The elements of a map of verdicts by the class that they are of, and those of several.
    private record ByClass(Map<Long, List<Element>> ofOne, List<Element> ofSeveral, Map<Long, VerdictRow> rows) {

        static ByClass of(Lookup lookup) {
            ByClass elements = new ByClass(new HashMap<>(), new ArrayList<>(), new HashMap<>());
            lookup.elements().values().forEach(elements::add);
            return elements;
        }

        private void add(Element element) {
            NumberRange classes = classes(element.key());
            if (classes.first() == classes.last()) {
                ofOne.computeIfAbsent(classes.first(), fresh -> new ArrayList<>())
                        .add(element);
            } else {
                ofSeveral.add(element);
            }
        }

        private VerdictRow row(String map, long number) {
            return rows.computeIfAbsent(number, fresh -> {
                List<Element> fitting = new ArrayList<>(ofOne.getOrDefault(number, List.of()));
                ofSeveral.stream()
                        .filter(element -> classes(element.key()).contains(number))
                        .forEach(fitting::add);
                return new VerdictRow(map, fitting);
            });
        }
    }

    Elements(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.bases = ruleset.bases();
    }

    /// Returns the chains that are asked at a hook, in their order.
    List<Chain> bases(Hook hook) {
        return bases.stream()
                .filter(chain -> chain.hook().equals(Optional.of(hook)))
                .toList();
    }

    private static NumberRange classes(Key key) {
        return switch (key) {
            case Key.Box(var ports, var protocol, var classes) -> classes;
            case Key.Carried(var first, var last, var classes) -> classes;
            case Key.LinkName name -> throw new IllegalStateException("no class in `" + name + "`");
            case Key.Addresses addresses -> throw new IllegalStateException("no class in `" + addresses + "`");
            case Key.Numbers numbers -> throw new IllegalStateException("no class in `" + numbers + "`");
        };
    }

    Optional<Value> ofLink(String name, String link) {
        return ruleset.lookup(name).elements().get(new Key.LinkName(link)).map(Element::value);
    }

    Optional<Value> ofAddress(String name, IpAddress address) {
        return find(name, new Key.Addresses(address.asBlock()))
                .filter(element -> element.key() instanceof Key.Addresses(var block) && block.contains(address))
                .map(Element::value);
    }

    Optional<Value> ofNumber(String name, long number) {
        return find(name, new Key.Numbers(new NumberRange(number, LAST_NUMBER)))
                .filter(element -> element.key() instanceof Key.Numbers(var range) && range.contains(number))
                .map(Element::value);
    }

    VerdictRow ofClass(String name, long number) {
        return byClass.computeIfAbsent(name, fresh -> ByClass.of(ruleset.lookup(name)))
                .row(name, number);
    }

    private Optional<Element> find(String name, Key from) {
        Lookup lookup = ruleset.lookup(name);
        if (checked.add(name)) {
            requireDisjoint(lookup);
        }
        return lookup.elements().floor(from).flatMap(lookup.elements()::get);
    }

    private static void requireDisjoint(Lookup lookup) {
        Optional<Key> before = Optional.empty();
        for (Element element : lookup.elements().values().toList()) {
            Key key = element.key();
            if (before.filter(is -> overlap(is, key)).isPresent()) {
                throw new IllegalStateException("elements of `" + lookup.name() + "` overlap `" + key + "`");
            }
            before = Optional.of(key);
        }
    }

    private static boolean overlap(Key one, Key next) {
        return one instanceof Key.Addresses(CidrBlock block)
                        && next instanceof Key.Addresses(CidrBlock inside)
                        && block.overlaps(inside)
                || one instanceof Key.Numbers(NumberRange range)
                        && next instanceof Key.Numbers(NumberRange behind)
                        && range.contains(behind.first());
    }
}
