package dev.cordon.agent.kernel;

import dev.cordon.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The connection-tracking table of the network namespace of the thread that opened this.
public final class Conntrack implements AutoCloseable {

    private static final int SUBSYSTEM = 1;
    private static final int GET = 1;
    private static final int DELETE = 2;
    private static final int GET_STATISTICS = 5;
    private static final int ENTRY_COUNT = 1;
    private static final int ENTRY_COUNT_LIMIT = 2;
    private static final int ANY_FAMILY = 0;

    private final NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETFILTER);

    private Conntrack() {}

    /// How full the table is. The tables of all namespaces share their places, and each has a
    /// limit.
    public record Fill(long count, long countMax) {}

    public static Conntrack open() {
        return new Conntrack();
    }

    public Fill fill() {
        AtomicReference<Fill> fill = new AtomicReference<>(new Fill(0, 0));
        socket.request(
                NetlinkRequest.netfilter(SUBSYSTEM, GET_STATISTICS, NetlinkRequest.ACKNOWLEDGE, ANY_FAMILY),
                message -> fill.set(new Fill(
                        message.attributes().u32(ENTRY_COUNT),
                        message.attributes().u32(ENTRY_COUNT_LIMIT))));
        return fill.get();
    }

    /// Returns the entries that match, looking at each one of the table.
    public List<ConntrackEntry> list(Predicate<ConntrackEntry> wanted) {
        List<ConntrackEntry> found = new ArrayList<>();
        socket.dump(
                NetlinkRequest.netfilter(SUBSYSTEM, GET, NetlinkRequest.DUMP, ANY_FAMILY),
                found::clear,
                message -> ConntrackForm.read(message).filter(wanted).ifPresent(found::add));
        return found;
    }

    /// Returns the entries that match, of those that the kernel finds by any of some filters.
    ///
    /// Linux compares IPv4 addresses since 5.8, and before hands over all; of IPv6 up to 6.18 at
    /// least it hands over those that are *not* looked for, so all of the family are read here.
    /// `wanted` must not rely on the filters.
    public List<ConntrackEntry> list(Set<ConntrackFilter> filters, Predicate<ConntrackEntry> wanted) {
        List<ConntrackEntry> found = new ArrayList<>();
        for (NetlinkRequest dump : dumps(filters)) {
            List<ConntrackEntry> ofDump = new ArrayList<>();
            socket.dump(
                    dump,
                    ofDump::clear,
                    message -> ConntrackForm.read(message).filter(wanted).ifPresent(ofDump::add));
            found.addAll(ofDump);
        }
        return found;
    }

    /// Hands over every session of the table.
    ///
    /// @param restart called before each attempt, to forget what came before
    public void sessions(Runnable restart, Consumer<TrackedSession> each) {
        socket.dump(
                NetlinkRequest.netfilter(SUBSYSTEM, GET, NetlinkRequest.DUMP, ANY_FAMILY),
                restart,
                message -> TrackedForm.read(message).ifPresent(each));
    }

    /// Hands over the sessions that the kernel finds by any of some filters, as [#list] does; some
    /// perhaps more than once.
    public void sessions(Set<ConntrackFilter> filters, Consumer<TrackedSession> each) {
        for (NetlinkRequest dump : dumps(filters)) {
            socket.dump(dump, () -> {}, message -> TrackedForm.read(message).ifPresent(each));
        }
    }

    private static List<NetlinkRequest> dumps(Set<ConntrackFilter> filters) {
        List<NetlinkRequest> dumps = new ArrayList<>();
        for (ConntrackFilter filter : filters) {
            if (filter.address() instanceof IpAddress.V4) {
                dumps.add(ConntrackForm.write(filter, dump(filter.address())));
            }
        }
        filters.stream()
                .map(ConntrackFilter::address)
                .filter(IpAddress.V6.class::isInstance)
                .findFirst()
                .ifPresent(address -> dumps.add(dump(address)));
        return dumps;
    }

    private static NetlinkRequest dump(IpAddress address) {
        return NetlinkRequest.netfilter(SUBSYSTEM, GET, NetlinkRequest.DUMP, ConntrackForm.family(address));
    }

    /// Ends a session. One that has ended by itself, or whose tuple is used by a newer one, is
    /// left.
    ///
    /// @return whether it was there
    public boolean delete(ConntrackEntry entry) {
        int family = ConntrackForm.family(entry.source());
        NetlinkRequest request = NetlinkRequest.netfilter(SUBSYSTEM, DELETE, NetlinkRequest.ACKNOWLEDGE, family);
        try {
            socket.request(ConntrackForm.write(entry, request), message -> {});
            return true;
        } catch (KernelException failure) {
            if (failure.errno() == Errno.ENOENT) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
