package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.deny.Deny;
import dev.cordon.agent.deny.DenyWatch;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.netns.Eventually;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.nft.text.DropStage;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a guest says to its neighbours is true: which addresses it has, and that it is no router.
///
/// Neutron: `ip_spoofing`.
@RequiresRoot
final class ForgedNeighboursNetnsTest {

    private static final IpAddress HOST = IpAddress.of("169.254.1.1");
    private static final IpAddress NOWHERE = IpAddress.of("0.0.0.0");
    private static final IpAddress NOWHERE_V6 = IpAddress.of("::");
    private static final IpAddress LINK_LOCAL = IpAddress.of("fe80::5");
    private static final IpAddress ALL_NODES = IpAddress.of("ff02::1");
    private static final MacAddress OWN = SmallCloud.mac(FIRST);
    private static final MacAddress OTHER = SmallCloud.mac(SECOND);
    private static final IpAddress OWN_V4 = SmallCloud.v4(FIRST);
    private static final IpAddress OTHER_V4 = SmallCloud.v4(SECOND);
    private static final IpAddress OWN_V6 = SmallCloud.v6(FIRST);
    private static final IpAddress OTHER_V6 = SmallCloud.v6(SECOND);

    private static final int ASKS = 1;
    private static final int SAYS = 2;
    private static final int ROUTER_ADVERTISEMENT = 134;
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int REDIRECT = 137;

    private final PacketLab lab = new PacketLab();

    @BeforeEach
    void start() {
        lab.host().ip(List.of("link set dev tap0 arp on", "address add " + HOST + "/32 dev tap0"));
        lab.admit();
    }

    @AfterEach
    void takeAway() {
        lab.close();
    }

    @Test
    void nobodyIsAnsweredWhoAsksAsAnother() {
        assertEquals(
                List.of(OWN_V4),
                answered(arp(ASKS, OTHER, OWN_V4), arp(ASKS, OWN, OTHER_V4), arp(ASKS, OTHER, OTHER_V4)));
        assertEquals(3, forgedArp());
    }

    /// A gratuitous ARP, told as a question or as an answer, and one in the frame of another.
    @Test
    void nobodyClaimsTheAddressOfAnother() {
        send(OWN, gratuitous(ASKS, OWN, OTHER_V4));
        send(OWN, gratuitous(SAYS, OWN, OTHER_V4));
        send(OWN, gratuitous(SAYS, OWN, HOST));
        send(OTHER, gratuitous(SAYS, OWN, OWN_V4));
        send(OWN, arp(SAYS, OWN, NOWHERE));
        answered();
        assertEquals(5, forgedArp());
        send(OWN, gratuitous(ASKS, OWN, OWN_V4));
        send(OWN, gratuitous(SAYS, OWN, OWN_V4));
        answered();
        assertEquals(5, forgedArp());
    }

    /// Who does not know yet whether an address is free asks from none.
    @Test
    void aProbeIsAnswered() {
        assertEquals(List.of(NOWHERE, OWN_V4), answered(arp(ASKS, OWN, NOWHERE)));
        assertEquals(0, forgedArp());
    }

    @Test
    void whatIsForgedIsTold() {
        ConcurrentLinkedQueue<Deny> told = new ConcurrentLinkedQueue<>();
        try (DenyWatch _ = DenyWatch.start(
                lab.host().namespace(), (denies, lost) -> told.addAll(denies), InstantSource.system())) {
            send(OWN, gratuitous(SAYS, OWN, OTHER_V4));
            Eventually.holds("it is told", () -> !told.isEmpty());
        }
        assertTrue(told.stream().allMatch(deny -> deny.isOf(SmallCloud.eni(FIRST))));
        assertTrue(told.stream().allMatch(deny -> deny.what().stage() == DropStage.FORGED));
    }

    @Test
    void nobodyAdvertisesTheAddressOfAnother() {
        for (IpAddress source : List.of(OWN_V6, LINK_LOCAL)) {
            assertEquals(1, forged(message(ADVERTISEMENT, source, OTHER_V6)));
            assertEquals(1, forged(message(ADVERTISEMENT, source, ALL_NODES)));
            assertEquals(0, forged(message(ADVERTISEMENT, source, OWN_V6)));
            assertEquals(0, forged(message(ADVERTISEMENT, source, LINK_LOCAL)));
            assertEquals(0, forged(message(SOLICITATION, source, OTHER_V6)));
        }
        assertEquals(0, forged(message(SOLICITATION, NOWHERE_V6, OWN_V6)));
        assertEquals(1, forged(message(ADVERTISEMENT, OTHER_V6, OTHER_V6)));
    }

    @Test
    void noGuestIsARouter() {
        for (IpAddress source : List.of(OWN_V6, LINK_LOCAL)) {
            assertEquals(1, forged(message(ROUTER_ADVERTISEMENT, source, OWN_V6)));
            assertEquals(1, forged(message(REDIRECT, source, OWN_V6)));
        }
    }

    /// Returns whom the host has answered, the last one asked as itself.
    private List<IpAddress> answered(byte[]... asked) {
        for (byte[] arp : asked) {
            send(OWN, arp);
        }
        send(OWN, arp(ASKS, OWN, OWN_V4));
        List<IpAddress> answered = new ArrayList<>();
        Eventually.holds("the host answers", () -> {
            lab.host().received("tap0").forEach(packet -> {
                ByteBuffer arp = ByteBuffer.wrap(packet);
                if (packet.length >= 28 && arp.getLong(0) == 0x0001_0800_0604_0002L) {
                    answered.add(new IpAddress.V4(arp.getInt(24)));
                }
            });
            return answered.contains(OWN_V4);
        });
        return answered;
    }

    private long forgedArp() {
        return lab.host().counted("arp cordon deny/egress/FORGED");
    }

    /// Returns how often a packet was dropped as forged.
    private long forged(byte[] packet) {
        String chain = "inet cordon deny/egress/FORGED";
        long before = lab.host().counted(chain);
        lab.across("tap0", "tap1", List.of(packet));
        return lab.host().counted(chain) - before;
    }

    private void send(MacAddress sender, byte[] arp) {
        lab.host().sendArp("tap0", sender, arp);
    }

    private static byte[] gratuitous(int operation, MacAddress mac, IpAddress address) {
        return arp(operation, mac, address, address);
    }

    private static byte[] arp(int operation, MacAddress mac, IpAddress address) {
        return arp(operation, mac, address, HOST);
    }

    private static byte[] arp(int operation, MacAddress mac, IpAddress address, IpAddress target) {
        return ByteBuffer.allocate(28)
                .putInt(0x0001_0800)
                .putShort((short) 0x0604)
                .putShort((short) operation)
                .put(AddressBytes.of(mac))
                .put(AddressBytes.of(address))
                .put(new byte[6])
                .put(AddressBytes.of(target))
                .array();
    }

    /// Returns a message that has passed no router.
    private static byte[] message(int type, IpAddress source, IpAddress target) {
        Flow flow = new Flow(source, ALL_NODES, IpProtocol.ICMPV6, new Transport.Icmp(type, 0), Mark.NONE);
        byte[] packet = IpBytes.packet(flow, Layer4Bytes.icmp(flow, 0, AddressBytes.of(target)));
        packet[7] = (byte) 255;
        return packet;
    }
}
