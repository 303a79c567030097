package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.ConntrackFilter;
import dev.cordon.agent.kernel.ConntrackFilter.Place;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.session.Doubt;
import dev.cordon.engine.session.Peers;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Direction;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// How to find the sessions that are in doubt with the least work.
sealed interface DumpPlan {

    /// Filtered dumps, none if nothing is in doubt.
    record Filtered(Set<ConntrackFilter> filters) implements DumpPlan {
        public Filtered {
            filters = Set.copyOf(filters);
        }
    }

    record Whole() implements DumpPlan {}

    /// Filtered dumps that may ever stand for a whole one. Each walks through the whole table, and
    /// spares only what it does not find.
    int FILTER_COUNT_MAX = 8;

    /// For each so many sessions of the table, one more filtered dump is cheaper than a whole one:
    /// a walk takes about 10 ms and 0.2 µs a session, and a session that is handed over 2 µs.
    int SESSIONS_PER_FILTER = 16_384;

    /// @param sessionCount how many sessions the table holds
    static DumpPlan of(List<Doubt> doubts, int sessionCount) {
        int countMax = Math.min(FILTER_COUNT_MAX, 1 + sessionCount / SESSIONS_PER_FILTER);
        Optional<Set<ConntrackFilter>> byLocals = filters(doubts, countMax, DumpPlan::byLocals);
        Optional<Set<ConntrackFilter>> byPeers = filters(doubts, countMax, DumpPlan::byPeers);
        Optional<Set<ConntrackFilter>> byFewer = filters(doubts, countMax, DumpPlan::byFewer);
        return Stream.of(byLocals, byPeers, byFewer)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Set::size))
                .<DumpPlan>map(Filtered::new)
                .orElseGet(Whole::new);
    }

    /// Returns the filters that find every doubt; nothing if there are too many, or one cannot be
    /// found so.
    private static Optional<Set<ConntrackFilter>> filters(
            List<Doubt> doubts, int countMax, Function<Doubt, Optional<Set<ConntrackFilter>>> find) {
        Set<ConntrackFilter> all = new HashSet<>();
        for (Doubt doubt : doubts) {
            Optional<Set<ConntrackFilter>> found = find.apply(doubt);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(found.get());
            if (all.size() > countMax) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static Optional<Set<ConntrackFilter>> byLocals(Doubt doubt) {
        boolean egress = doubt.direction() == Direction.EGRESS;
        return each(doubt.locals(), egress ? Place.ORIGINAL_SOURCE : Place.ORIGINAL_DESTINATION);
    }

    private static Optional<Set<ConntrackFilter>> byPeers(Doubt doubt) {
        boolean egress = doubt.direction() == Direction.EGRESS;
        return switch (doubt.peers()) {
            case Peers.Nobody() -> Optional.of(Set.of());
            case Peers.Anybody() -> Optional.empty();
            case Peers.Among(AddressSet peers) ->
                each(peers, egress ? Place.ORIGINAL_DESTINATION : Place.ORIGINAL_SOURCE);
        };
    }

    private static Optional<Set<ConntrackFilter>> byFewer(Doubt doubt) {
        Optional<Set<ConntrackFilter>> locals = byLocals(doubt);
        Optional<Set<ConntrackFilter>> peers = byPeers(doubt);
        return locals.filter(mine ->
                        peers.map(theirs -> mine.size() <= theirs.size()).orElse(true))
                .or(() -> peers);
    }

    /// The kernel compares whole addresses: it cannot look for a block.
    private static Optional<Set<ConntrackFilter>> each(AddressSet addresses, Place place) {
        if (addresses.size() > FILTER_COUNT_MAX
                || !addresses
                        .blocks()
                        .allMatch(block -> block.equals(block.first().asBlock()))) {
            return Optional.empty();
        }
        Set<ConntrackFilter> filters = new HashSet<>();
        addresses.blocks().map(CidrBlock::first).forEach(address -> filters.add(new ConntrackFilter(place, address)));
        return Optional.of(filters);
    }
}
