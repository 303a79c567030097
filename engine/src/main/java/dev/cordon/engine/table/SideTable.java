package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// What all ENIs with the same groups say in one direction, ready to decide.
///
/// Implementation note: an aggregated bit vector. Each range of peer addresses, each group and list
/// that a rule names, each service, and where rules ask for them each range of local addresses and
/// of source ports is a [cell][Cells]; the first rule in all cells of a flow decides. All that is
/// searched lies in few arrays, because one that is in no near cache costs more than the search.
///
/// What is known of a peer is carried in one long: the place of the first shared group in its upper
/// half, the rank of the first rule in its lower half.
///
/// @see "Baboescu, Varghese: Scalable Packet Classification, SIGCOMM 2001"
final class SideTable implements Side {

    private static final int PLACE_SHIFT = 32;
    private static final long PLACE_MASK = -1L << PLACE_SHIFT;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final int[] keys;
    private final int peerCount;
    private final int portCount;
    private final int protocolCount;
    private final int peer6Count;
    private final int listCount;
    private final int ruleCount;
    private final boolean sharedFirst;
    private final Smtp smtp;
    private final Cells cells;
    private final Named groups;
    private final long[] starts6;
    private final Verdict[] verdicts;
    private final @Nullable NarrowRanges narrow;

    SideTable(SideParts parts) {
        this.keys = parts.keys();
        this.starts6 = parts.peers().v6().starts6().toArray();
        this.peerCount = parts.peers().v4().size();
        this.peer6Count = parts.peers().v6().size();
        this.portCount = parts.services().ports().size();
        this.protocolCount = parts.services().protocols().size();
        this.listCount = parts.peers().lists().size();
        this.ruleCount = parts.cells().ruleCount();
        this.sharedFirst = parts.settled().shared() == IntraEgress.FIRST;
        this.smtp = parts.settled().smtp();
        this.cells = parts.cells();
        this.groups = parts.peers().groups();
        this.verdicts = parts.settled().verdicts().toArray(Verdict[]::new);
        this.narrow = parts.narrow().orElse(null);
    }

    /// Codes a protocol that has no ports: it is another one in each family.
    static int coded(int protocol, int family) {
        return protocol | family << 8;
    }

    /// Places a port in the space of both protocols that have ports.
    static int port(int protocol, int port) {
        return protocol == UDP ? port | 1 << 16 : port;
    }

    Smtp smtp() {
        return smtp;
    }

    /// Returns the cell of a flow's protocol and destination port.
    int service(FlowColumns flows, int at) {
        int protocol = flows.protocol(at);
        int first = peerCount + peer6Count;
        if (protocol == TCP || protocol == UDP) {
            return first + Search.find(keys, peerCount, portCount, port(protocol, flows.destinationPort(at)));
        }
        int code = coded(protocol, flows.family(at));
        int i = 0;
        while (i < protocolCount && keys[peerCount + portCount + i] != code) {
            i++;
        }
        return first + portCount + i;
    }

    /// Returns what is known of a peer of whom nothing is known.
    long nothing() {
        return (long) Named.NO_PLACE << PLACE_SHIFT | ruleCount;
    }

    /// Adds what the peer's address says by itself and by the lists that it is in.
    long withAddress(long evidence, RefChunks<ListTable> listTables, FlowColumns flows, int at, int service) {
        int cell = flows.isV6(at)
                ? peerCount + Search.find(starts6, 0, peer6Count, flows.peerHigh(at), flows.peerLow(at))
                : Search.find(keys, 0, peerCount, (int) flows.peerLow(at));
        int rank = Math.min((int) evidence, first(cell, service, flows, at));
        if (listCount > 0) {
            rank = withLists(rank, listTables, flows, at, service);
        }
        return evidence & PLACE_MASK | rank;
    }

    /// Lists are named behind the protocols: the number of each, with its cell.
    private int withLists(int before, RefChunks<ListTable> listTables, FlowColumns flows, int at, int service) {
        int rank = before;
        int named = peerCount + portCount + protocolCount;
        for (int i = 0; i < listCount; i++) {
            int candidate = first(keys[named + 2 * i + 1], service, flows, at);
            if (candidate < rank && listTables.get(keys[named + 2 * i]).contains(flows, at)) {
                rank = candidate;
            }
        }
        return rank;
    }

    boolean looksAtGroups() {
        return !groups.isEmpty();
    }

    /// Adds that another ENI, which is in a group, has the peer's address.
    long withGroupOfOther(long evidence, int group, FlowColumns flows, int at, int service) {
        int slot = groups.find(group);
        if (slot < 0) {
            return evidence;
        }
        int place = Math.min((int) (evidence >>> PLACE_SHIFT), groups.place(slot));
        return (long) place << PLACE_SHIFT | withCell((int) evidence, groups.cell(slot), flows, at, service);
    }

    /// Adds that the ENI itself, which is in a group, has the peer's address: rules that name the
    /// group mean it, but it shares no group with itself.
    long withOwnGroup(long evidence, int group, FlowColumns flows, int at, int service) {
        int slot = groups.find(group);
        return slot < 0
                ? evidence
                : evidence & PLACE_MASK | withCell((int) evidence, groups.cell(slot), flows, at, service);
    }

    private int withCell(int rank, int cell, FlowColumns flows, int at, int service) {
        return cell == Named.NO_CELL ? rank : Math.min(rank, first(cell, service, flows, at));
    }

    private int first(int peer, int service, FlowColumns flows, int at) {
        return narrow == null
                ? cells.first(peer, service)
                : cells.first(peer, service, narrow.local(flows, at), narrow.source(flows, at));
    }

    /// Returns the verdict on all that is known.
    Verdict verdict(long evidence) {
        int rank = (int) evidence;
        boolean byPlace = isConnected(evidence) && (sharedFirst || rank == ruleCount);
        return verdicts[byPlace ? ruleCount + 1 + (int) (evidence >>> PLACE_SHIFT) : rank];
    }

    /// Tells whether what is known decides, whatever rules say.
    boolean isDecided(long evidence) {
        return sharedFirst && isConnected(evidence);
    }

    private static boolean isConnected(long evidence) {
        int place = (int) (evidence >>> PLACE_SHIFT);
        return place >= 0 && place != Named.NO_PLACE;
    }
}
