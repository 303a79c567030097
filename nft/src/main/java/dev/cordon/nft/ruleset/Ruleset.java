package dev.cordon.nft.ruleset;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The whole of our one table, `inet cordon`.
///
/// The base chains are not here because they never change: each looks its packet's link up in one
/// of the maps. Everything is sorted by name, so the same view gives the same bytes.
///
/// @param maps one for each [Dispatch], in its order
/// @param chains one for each ENI and direction
public record Ruleset(List<DispatchMap> maps, List<Chain> chains) {

    public Ruleset {
        maps = maps.stream().sorted(Comparator.comparing(DispatchMap::dispatch)).toList();
        chains = chains.stream().sorted(Comparator.comparing(Chain::name)).toList();
    }

    /// Returns the sets that the lines of the chains look addresses up in, by name.
    public List<NamedSet> sets() {
        Stream<Test> tests =
                chains.stream().flatMap(chain -> chain.lines().stream()).flatMap(line -> line.tests().stream());
        return tests.flatMap(Ruleset::set)
                .distinct()
                .sorted(Comparator.comparing(NamedSet::name))
                .toList();
    }

    private static Stream<NamedSet> set(Test test) {
        return switch (test) {
            case Test.AddressInSet(var side, var presence, var set) -> Stream.of(set);
            case Test.Family family -> Stream.empty();
            case Test.Layer4 layer4 -> Stream.empty();
            case Test.Ports ports -> Stream.empty();
            case Test.IcmpMessage message -> Stream.empty();
            case Test.AddressInBlock block -> Stream.empty();
            case Test.Marked marked -> Stream.empty();
            case Test.State state -> Stream.empty();
        };
    }
}
