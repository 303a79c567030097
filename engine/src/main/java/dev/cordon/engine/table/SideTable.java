package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.verdict.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all ENIs with the same groups say in one direction, ready to decide.
///
/// Implementation note: an aggregated bit vector. Each range of peer addresses, each group that a
/// rule names, each service, and where rules ask for them each range of local addresses and of
/// source ports has the set of the rules that it satisfies; the first rule in all of them decides.
/// What is known of a peer is carried in one long: the place of the first shared group in its upper
/// half, the rank of the first rule in its lower half.
///
/// @see "Baboescu, Varghese: Scalable Packet Classification, SIGCOMM 2001"
final class SideTable implements GroupSet.Side {

    private static final int PLACE_SHIFT = 32;
    private static final long PLACE_MASK = -1L << PLACE_SHIFT;

    private final Ranges32 peers4;
    private final Ranges128 peers6;
    private final Services services;
    private final GroupSlots groups;
    private final @Nullable Narrow narrow;
    private final long[] peerBits;
    private final long[] serviceBits;
    private final Verdict[] byRank;
    private final Verdict[] byPlace;
    private final IntraEgress shared;
    private final int summary;
    private final int stride;

    SideTable(Peers peers, Services services, long[] serviceBits, Optional<Narrow> narrow, Outcomes outcomes) {
        this.peers4 = peers.v4();
        this.peers6 = peers.v6();
        this.groups = peers.groups();
        this.peerBits = peers.bits();
        this.services = services;
        this.serviceBits = serviceBits;
        this.narrow = narrow.orElse(null);
        this.byRank = outcomes.byRank().toArray(Verdict[]::new);
        this.byPlace = outcomes.byPlace().toArray(Verdict[]::new);
        this.shared = outcomes.shared();
        this.summary = RuleBits.summaryWords(outcomes.ruleCount());
        this.stride = RuleBits.stride(outcomes.ruleCount());
    }

    /// Returns what is known of a peer of whom nothing is known.
    long nothing() {
        return (long) GroupSlots.NO_PLACE << PLACE_SHIFT | byRank.length - 1;
    }

    /// Adds what the peer's address by itself says.
    long withAddress(long evidence, FlowColumns flows, int at, int service) {
        int row = flows.isV6(at)
                ? peers6.row(flows.peerHigh(at), flows.peerLow(at))
                : peers4.row((int) flows.peerLow(at));
        int rank = Math.min((int) evidence, first(flows, at, row, service));
        return evidence & PLACE_MASK | rank;
    }

    int service(FlowColumns flows, int at) {
        return services.row(flows, at);
    }

    /// Adds what another ENI's membership says, which has the peer's address.
    long withOther(long evidence, GroupSet peer, FlowColumns flows, int at, int service) {
        int place = (int) (evidence >>> PLACE_SHIFT);
        int rank = (int) evidence;
        for (int i = 0; i < peer.groupCount(); i++) {
            int slot = groups.find(peer.group(i));
            if (slot >= 0) {
                place = Math.min(place, groups.place(slot));
                rank = withRow(rank, groups.row(slot), flows, at, service);
            }
        }
        return (long) place << PLACE_SHIFT | rank;
    }

    /// Adds what the ENI's own membership says, if it has the peer's address itself: rules that
    /// name its group mean it, but it shares no group with itself.
    long withItself(long evidence, GroupSet peer, FlowColumns flows, int at, int service) {
        int rank = (int) evidence;
        for (int i = 0; i < peer.groupCount(); i++) {
            int slot = groups.find(peer.group(i));
            if (slot >= 0) {
                rank = withRow(rank, groups.row(slot), flows, at, service);
            }
        }
        return evidence & PLACE_MASK | rank;
    }

    private int withRow(int rank, int row, FlowColumns flows, int at, int service) {
        return row == GroupSlots.NO_ROW ? rank : Math.min(rank, first(flows, at, row, service));
    }

    /// Returns the rank of the first rule that a peer's row, the service and the rest satisfy.
    private int first(FlowColumns flows, int at, int peer, int service) {
        if (narrow != null) {
            return firstOfNarrow(narrow, flows, at, peer * stride, service * stride);
        }
        if (stride == 1) {
            long both = peerBits[peer] & serviceBits[service];
            return both == 0 ? byRank.length - 1 : Long.numberOfTrailingZeros(both);
        }
        return firstOfMany(peer * stride, service * stride);
    }

    private int firstOfMany(int peer, int service) {
        for (int i = 0; i < summary; i++) {
            for (long left = peerBits[peer + i] & serviceBits[service + i]; left != 0; left &= left - 1) {
                int word = (i << 6) + Long.numberOfTrailingZeros(left);
                long both = peerBits[peer + summary + word] & serviceBits[service + summary + word];
                if (both != 0) {
                    return (word << 6) + Long.numberOfTrailingZeros(both);
                }
            }
        }
        return byRank.length - 1;
    }

    private int firstOfNarrow(Narrow more, FlowColumns flows, int at, int peer, int service) {
        int local = more.localRow(flows, at) * stride;
        int source = more.sourceRow(flows, at) * stride;
        if (stride == 1) {
            long all = peerBits[peer] & serviceBits[service] & more.localBits(local) & more.sourceBits(source);
            return all == 0 ? byRank.length - 1 : Long.numberOfTrailingZeros(all);
        }
        for (int i = 0; i < summary; i++) {
            long left = peerBits[peer + i]
                    & serviceBits[service + i]
                    & more.localBits(local + i)
                    & more.sourceBits(source + i);
            for (; left != 0; left &= left - 1) {
                int word = (i << 6) + Long.numberOfTrailingZeros(left);
                int in = summary + word;
                long all = peerBits[peer + in]
                        & serviceBits[service + in]
                        & more.localBits(local + in)
                        & more.sourceBits(source + in);
                if (all != 0) {
                    return (word << 6) + Long.numberOfTrailingZeros(all);
                }
            }
        }
        return byRank.length - 1;
    }

    /// Returns the verdict on all that is known.
    Verdict verdict(long evidence) {
        int place = (int) (evidence >>> PLACE_SHIFT);
        int rank = (int) evidence;
        boolean connected = place >= 0 && place != GroupSlots.NO_PLACE;
        return switch (shared) {
            case FIRST -> connected ? byPlace[place] : byRank[rank];
            case AFTER_CUSTOM -> connected && rank == byRank.length - 1 ? byPlace[place] : byRank[rank];
        };
    }

    /// Tells whether what is known decides, whatever rules say.
    boolean isDecided(long evidence) {
        int place = (int) (evidence >>> PLACE_SHIFT);
        return shared == IntraEgress.FIRST && place >= 0 && place != GroupSlots.NO_PLACE;
    }
}
