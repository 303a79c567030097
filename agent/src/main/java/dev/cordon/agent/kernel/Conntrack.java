package dev.cordon.agent.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The connection-tracking table of the network namespace of the thread that opened this.
public final class Conntrack implements AutoCloseable {

    private static final int SUBSYSTEM = 1;
    private static final int GET = 1;
    private static final int DELETE = 2;
    private static final int ANY_FAMILY = 0;

    private final NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETFILTER);

    private Conntrack() {}

    public static Conntrack open() {
        return new Conntrack();
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
