package dev.cordon.conformance.netns.packets;

import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.Flow;

/// The segments of one TCP connection between two links.
///
/// @param flow of its first segment
record TcpSession(String from, String to, Flow flow) {

    /// What the side that asks has sent, and acknowledges, once the connection is open.
    static final int NEXT = FlowPackets.SEQUENCE + 1 + PacketNumber.BYTES;

    /// Returns a connection that is open.
    ///
    /// @throws IllegalStateException if it is not let through
    static TcpSession open(PacketLab lab, int from, int to, Flow flow) {
        TcpSession session = new TcpSession(PacketLab.link(from), PacketLab.link(to), flow);
        boolean asks = lab.passes(from, to, flow);
        byte[] answer = FlowPackets.answer(flow, PacketNumber.next()).orElseThrow();
        if (!asks || !lab.passes(session.to(), session.from(), answer) || !session.goesOn(lab)) {
            throw new IllegalStateException("not let through " + flow);
        }
        return session;
    }

    /// Tells whether data passes in the direction of the first segment.
    boolean goesOn(PacketLab lab) {
        return lab.passes(from, to, segment(flow, new Segment(Layer4Bytes.ACK | Layer4Bytes.PSH, NEXT, NEXT)));
    }

    /// Tells whether data passes in the direction of the answer.
    boolean isAnswered(PacketLab lab) {
        Flow back = FlowPackets.reversed(flow);
        return lab.passes(to, from, segment(back, new Segment(Layer4Bytes.ACK | Layer4Bytes.PSH, NEXT, NEXT)));
    }

    static byte[] segment(Flow flow, Segment segment) {
        return IpBytes.packet(flow, Layer4Bytes.tcp(flow, segment, PacketNumber.payload(PacketNumber.next())));
    }
}
