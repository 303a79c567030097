package dev.cordon.engine.table;

import dev.cordon.model.policy.Rule;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a [RuleTable] is made of.
///
/// @param rules in evaluation order
/// @param peers the ranges of addresses; their cells are the first ones, those of IPv4 before those
///     of IPv6
/// @param services their cells come next
record TableParts(List<Rule> rules, Peers peers, Services services, Optional<NarrowRanges> narrow, Cells cells) {

    record Peers(RangeList v4, RangeList v6, Optional<Named> groups, List<ListCell> lists) {}

    /// @param list number of a prefix list that rules name
    record ListCell(int list, int cell) {}

    /// @param ports of TCP and, behind them, of UDP
    /// @param protocols without ports that rules name, as [coded][RuleTable#coded]; a cell for
    ///     each, and one more for all others, follow those of the ports
    record Services(RangeList ports, List<Integer> protocols) {}

    /// Returns everything that is searched as numbers of 32 bits: starts of peers' ranges, starts
    /// of ports, protocols, and lists with their cells.
    int[] keys() {
        return Stream.of(
                        peers.v4().starts(),
                        services.ports().starts(),
                        services.protocols().stream().mapToInt(code -> code),
                        peers.lists().stream().flatMapToInt(named -> IntStream.of(named.list(), named.cell())))
                .flatMapToInt(part -> part)
                .toArray();
    }

    List<Verdict> verdicts() {
        return rules.stream().map(Verdict::matched).toList();
    }
}
