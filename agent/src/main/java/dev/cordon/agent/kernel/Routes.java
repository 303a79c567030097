package dev.cordon.agent.kernel;

import dev.cordon.model.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The routes of the network namespace of the thread that opened this, asked for one address at a
/// time.
///
/// @spec https://man7.org/linux/man-pages/man7/rtnetlink.7.html rtnetlink
public final class Routes implements AutoCloseable {

    static final int NEW_ROUTE = 24;
    static final int HEADER_BYTES = 12;

    private static final int GET_ROUTE = 26;
    private static final int DESTINATION = 1;
    private static final int LINK_OUT = 4;

    private final NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.ROUTE);

    private Routes() {}

    public static Routes open() {
        return new Routes();
    }

    /// Returns the index of the link that leads to an address; nothing if none does.
    public Optional<Integer> toward(IpAddress address) {
        byte[] header = new byte[HEADER_BYTES];
        header[0] = (byte) ConntrackForm.family(address);
        header[1] = (byte) address.family().lengthBits();
        NetlinkRequest request = new NetlinkRequest(GET_ROUTE, NetlinkRequest.ACKNOWLEDGE)
                .bytes(header)
                .attribute(DESTINATION, ConntrackForm.bytes(address));
        List<Integer> found = new ArrayList<>();
        try {
            socket.request(request, message -> link(message).ifPresent(found::add));
        } catch (KernelException refused) {
            if (refused.errno() == Errno.ENETUNREACH || refused.errno() == Errno.EHOSTUNREACH) {
                return Optional.empty();
            }
            throw refused;
        }
        return found.stream().findFirst();
    }

    private static Optional<Integer> link(NetlinkMessage message) {
        ByteBuffer index = message.attributes().bytes(LINK_OUT);
        return index.remaining() == Integer.BYTES
                ? Optional.of(index.order(ByteOrder.nativeOrder()).getInt())
                : Optional.empty();
    }

    @Override
    public void close() {
        socket.close();
    }
}
