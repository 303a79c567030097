package dev.cordon.agent.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The links of the network namespace of the thread that opened this.
///
/// @spec https://man7.org/linux/man-pages/man7/rtnetlink.7.html rtnetlink
public final class Links implements AutoCloseable {

    /// The group that hears of every change of a link.
    static final int GROUP = 1;

    static final int HEADER_BYTES = 16;

    private static final int GET_LINK = 18;
    private static final int NAME = 3;
    private static final int LINK_INFO = 18;
    private static final int PORT_KIND = 4;
    private static final int ALIAS = 20;

    private final NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.ROUTE);

    private Links() {}

    public static Links open() {
        return new Links();
    }

    /// Returns all links, in the order of their indices.
    ///
    /// A change of the alias of a link that is down is not announced: it is heard of when the link
    /// comes up.
    public List<Link> list() {
        List<Link> links = new ArrayList<>();
        NetlinkRequest request = new NetlinkRequest(GET_LINK, NetlinkRequest.DUMP).zeros(HEADER_BYTES);
        socket.dump(request, links::clear, message -> links.add(read(message)));
        links.sort(Comparator.comparingInt(Link::index));
        return links;
    }

    static Link read(NetlinkMessage message) {
        if (message.header().remaining() < HEADER_BYTES) {
            throw new KernelException("netlink: a message of type `" + message.type() + "` is no link");
        }
        return new Link(
                message.header().getInt(4),
                message.attributes().text(NAME),
                message.attributes().text(ALIAS),
                message.attributes().nested(LINK_INFO).text(PORT_KIND).equals("bridge")
                        ? Link.Place.BRIDGE_PORT
                        : Link.Place.ROUTED);
    }

    @Override
    public void close() {
        socket.close();
    }
}
