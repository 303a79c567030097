package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.agent.kernel.ConntrackEntry.Layer4;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConntrackFormTest {

    private static final IpAddress ONE = IpAddress.of("192.0.2.1");
    private static final IpAddress TWO = IpAddress.of("192.0.2.2");
    private static final IpAddress THREE = IpAddress.of("2001:db8::3");
    private static final IpAddress FOUR = IpAddress.of("2001:db8::4");

    static Stream<ConntrackEntry> entries() {
        return Stream.of(
                new ConntrackEntry(ONE, TWO, IpProtocol.TCP, new Layer4.Ports(4_001, 22), Mark.NONE, 0, 5),
                new ConntrackEntry(
                        THREE, FOUR, IpProtocol.UDP, new Layer4.Ports(4_002, 53), Mark.NONE, 6, 0xffff_fffeL),
                new ConntrackEntry(ONE, TWO, IpProtocol.ICMP, new Layer4.Icmp(8, 0, 7), Mark.NONE, 0, 9),
                new ConntrackEntry(THREE, FOUR, IpProtocol.ICMPV6, new Layer4.Icmp(128, 0, 10), Mark.NONE, 0, 11),
                new ConntrackEntry(ONE, TWO, new IpProtocol(50), new Layer4.Nothing(), Mark.NONE, 0, 12));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatIsWrittenIsReadBack(ConntrackEntry entry) {
        assertThat(NetlinkBytes.sessions(NetlinkBytes.of(entry))).isEqualTo(List.of(entry));
    }

    /// The kernel looks for the attributes of the protocol, whatever the addresses.
    @Test
    void icmpInIpv6IsNamedAsIcmp() {
        ConntrackEntry odd =
                new ConntrackEntry(THREE, FOUR, IpProtocol.ICMP, new Layer4.Icmp(8, 0, 7), Mark.NONE, 0, 9);
        ConntrackEntry plain = new ConntrackEntry(ONE, TWO, IpProtocol.ICMP, new Layer4.Icmp(8, 0, 7), Mark.NONE, 0, 9);
        assertThat(protocolAttributes(odd)).isEqualTo(protocolAttributes(plain));
    }

    /// What comes behind the addresses, whose length is that of the family.
    private static String protocolAttributes(ConntrackEntry entry) {
        byte[] bytes = NetlinkBytes.of(entry);
        int header = NetlinkRequest.HEADER_BYTES + NetlinkRequest.NETFILTER_HEADER_BYTES + 2 * 4;
        int addresses = 2 * (4 + (entry.source() instanceof IpAddress.V4 ? 4 : 16));
        return java.util.HexFormat.of().formatHex(bytes, header + addresses, bytes.length);
    }

    @Test
    void aSessionWhosePartsDoNotFitIsRefused() {
        ConntrackEntry entry = new ConntrackEntry(ONE, TWO, IpProtocol.TCP, new Layer4.Icmp(8, 0, 7), Mark.NONE, 0, 9);
        assertThatThrownBy(() -> NetlinkBytes.sessions(NetlinkBytes.of(entry)))
                .isInstanceOf(KernelException.class)
                .hasMessage("netlink: a session of protocol `TCP` with `Icmp[type=8, code=0, identifier=7]`");
    }
}
