package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.netns.packets.IpBytes.Piece;
import dev.cordon.conformance.netns.packets.IpBytes.Piece.Rest;
import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fragments are neither a way around a rule nor lost where it admits them: a packet is judged as
/// a whole.
@RequiresRoot
final class FragmentsNetnsTest {

    private static final int ADMITTED = 4_000;
    private static final int DENIED = 4_001;
    private static final int LARGE_BYTES = 5_000;
    private static final int PIECE_BYTES = 1_400;

    private final PacketLab lab = new PacketLab();
    private int lastIdentification = 100;

    @AfterEach
    void takeAway() {
        lab.close();
    }

    @BeforeEach
    void admit() {
        PortRange port = PortRange.of(ADMITTED);
        lab.admit(
                SmallCloud.ports(IpProtocol.UDP, port, SmallCloud.ANYONE),
                SmallCloud.ports(IpProtocol.UDP, port, SmallCloud.ANYONE_V6),
                SmallCloud.ports(IpProtocol.TCP, port, SmallCloud.ANYONE),
                SmallCloud.ports(IpProtocol.TCP, port, SmallCloud.ANYONE_V6));
    }

    private Flow udp(AddressFamily family, int port) {
        return switch (family) {
            case IPV4 -> Flow.udp(SmallCloud.v4(FIRST), ++lastIdentification, SmallCloud.v4(SECOND), port);
            case IPV6 -> Flow.udp(SmallCloud.v6(FIRST), ++lastIdentification, SmallCloud.v6(SECOND), port);
        };
    }

    private Flow tcp(AddressFamily family, int port) {
        return switch (family) {
            case IPV4 -> Flow.tcp(SmallCloud.v4(FIRST), ++lastIdentification, SmallCloud.v4(SECOND), port);
            case IPV6 -> Flow.tcp(SmallCloud.v6(FIRST), ++lastIdentification, SmallCloud.v6(SECOND), port);
        };
    }

    private static byte[] datagram(Flow flow, int payloadBytes) {
        return Layer4Bytes.udp(flow, PacketNumber.payload(PacketNumber.next(), payloadBytes));
    }

    /// Returns what comes out of what the guest has sent; the host speaks of itself too.
    private List<byte[]> across(List<byte[]> fragments) {
        return lab.across("tap0", "tap1", fragments).stream()
                .filter(FragmentsNetnsTest::isFromGuest)
                .toList();
    }

    private static boolean isFromGuest(byte[] packet) {
        boolean v4 = (packet[0] & 0xf0) == 0x40;
        byte[] source = AddressBytes.of(v4 ? SmallCloud.v4(FIRST) : SmallCloud.v6(FIRST));
        int at = v4 ? 12 : 8;
        return Arrays.equals(packet, at, at + source.length, source, 0, source.length);
    }

    /// Returns how many bytes of what was fragmented are in packets.
    private static int bodyBytes(AddressFamily family, List<byte[]> packets) {
        int headerBytes = family == AddressFamily.IPV4 ? 20 : 48;
        return packets.stream().mapToInt(packet -> packet.length - headerBytes).sum();
    }

    @ParameterizedTest
    @EnumSource
    void aLargeDatagramPassesWhole(AddressFamily family) {
        Flow flow = udp(family, ADMITTED);
        byte[] body = datagram(flow, LARGE_BYTES);
        List<byte[]> fragments = IpBytes.fragments(flow, lastIdentification, PIECE_BYTES, body);
        assertEquals(body.length, bodyBytes(family, across(fragments)));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeDatagramInAnyOrderPassesWhole(AddressFamily family) {
        Flow flow = udp(family, ADMITTED);
        byte[] body = datagram(flow, LARGE_BYTES);
        List<byte[]> fragments = new ArrayList<>(IpBytes.fragments(flow, lastIdentification, PIECE_BYTES, body));
        Collections.reverse(fragments);
        assertEquals(body.length, bodyBytes(family, across(fragments)));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeDatagramIsDeniedWhole(AddressFamily family) {
        Flow flow = udp(family, DENIED);
        byte[] body = datagram(flow, LARGE_BYTES);
        List<byte[]> fragments = new ArrayList<>(IpBytes.fragments(flow, lastIdentification, PIECE_BYTES, body));
        assertEquals(0, across(fragments).size());
        Collections.reverse(fragments);
        assertEquals(0, across(fragments).size());
    }

    /// A fragment that is not the first one shows no ports; alone it gets nowhere.
    @ParameterizedTest
    @EnumSource
    void laterFragmentsAlonePassNowhere(AddressFamily family) {
        Flow flow = udp(family, ADMITTED);
        byte[] body = datagram(flow, LARGE_BYTES);
        List<byte[]> fragments = IpBytes.fragments(flow, lastIdentification, PIECE_BYTES, body);
        assertEquals(0, across(fragments.subList(1, fragments.size())).size());
    }

    /// A first fragment so small that the flags of TCP are in the second one.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc1858 Security considerations for IP fragments
    /// @spec https://www.rfc-editor.org/rfc/rfc7112 Oversized IPv6 header chains
    @ParameterizedTest
    @EnumSource
    void tinyFirstFragmentsAreJudgedAsAWhole(AddressFamily family) {
        assertEquals(0, across(tiny(tcp(family, DENIED), Layer4Bytes.SYN)).size());
        assertEquals(
                0,
                across(tiny(tcp(family, ADMITTED), Layer4Bytes.SYN | Layer4Bytes.FIN))
                        .size());
        int passing = across(tiny(tcp(family, ADMITTED), Layer4Bytes.SYN)).size();
        assertEquals(family == AddressFamily.IPV4, passing > 0, "IPv6 forbids them");
    }

    private List<byte[]> tiny(Flow flow, int flags) {
        byte[] body = Layer4Bytes.tcp(flow, new Segment(flags, 1, 0), PacketNumber.payload(PacketNumber.next(), 64));
        return IpBytes.fragments(flow, lastIdentification, 8, body);
    }

    /// A second fragment that writes another port over the one that was judged.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc5722 Handling of overlapping IPv6 fragments
    @ParameterizedTest
    @EnumSource
    void overlappingFragmentsPassNowhere(AddressFamily family) {
        assertEquals(0, across(overlapping(family, List.of(0, 1, 2))).size());
        assertEquals(0, across(overlapping(family, List.of(1, 0, 2))).size());
        List<byte[]> whole = across(overlapping(family, List.of(2, 0, 1)));
        assertTrue(!whole.isEmpty(), "it was whole before there was an overlap");
        assertEquals(ADMITTED, port(family, whole.getFirst()));
    }

    /// Returns the two halves of an admitted datagram, and the first half of a denied one, in some
    /// order: the halves are number 0 and 2.
    private List<byte[]> overlapping(AddressFamily family, List<Integer> order) {
        Flow admitted = udp(family, ADMITTED);
        Flow denied = Flow.udp(admitted.source(), lastIdentification, admitted.destination(), DENIED);
        byte[] good = datagram(admitted, 64);
        byte[] bad = datagram(denied, 64);
        Piece half = new Piece(24, good.length - 24, Rest.NONE);
        List<byte[]> pieces = List.of(
                IpBytes.fragment(admitted, lastIdentification, new Piece(0, 24, Rest.MORE), good),
                IpBytes.fragment(denied, lastIdentification, new Piece(0, 32, Rest.MORE), bad),
                IpBytes.fragment(admitted, lastIdentification, half, good));
        return order.stream().map(pieces::get).toList();
    }

    private static int port(AddressFamily family, byte[] packet) {
        int at = (family == AddressFamily.IPV4 ? 20 : packet[6] == 44 ? 48 : 40) + 2;
        return (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
    }
}
