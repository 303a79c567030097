package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.Sysctl;
import dev.cordon.agent.kernel.TapDevice;
import dev.cordon.conformance.netns.IpLines;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host that routes between guests and the network outside, each of which is a tap of this
/// process: `tap0`, `tap1` and so on, and `uplink0`.
///
/// No link resolves addresses, so that a route is all it takes to reach anybody.
final class TapHost implements AutoCloseable {

    static final String UPLINK = "uplink0";

    private static final int ETHERNET_BYTES = 14;

    /// What the fabric says of a packet travels in its DSCP field; the numbers are those that our
    /// rules ask for.
    private static final String FABRIC = """
            table inet fabric {
              chain telling {
                type filter hook prerouting priority -310; policy accept;
                ip dscp 42 meta mark set 0xc0d1
                ip dscp 43 meta mark set 0xc0d2
                ip6 dscp 42 meta mark set 0xc0d1
                ip6 dscp 43 meta mark set 0xc0d2
              }
              chain of_the_machine {
                type filter hook output priority -310; policy accept;
                ip dscp 42 meta mark set 0xc0d1
                ip6 dscp 42 meta mark set 0xc0d1
              }
            }
            """;

    private static final Map<String, String> SETTINGS = Map.of(
            "net/ipv4/ip_forward", "1",
            "net/ipv6/conf/all/forwarding", "1",
            "net/ipv4/conf/all/rp_filter", "0",
            "net/ipv4/conf/default/rp_filter", "0",
            "net/ipv4/conf/all/send_redirects", "0",
            "net/ipv4/conf/default/send_redirects", "0",
            "net/ipv6/conf/default/addr_gen_mode", "1",
            "net/ipv6/conf/default/accept_dad", "0");

    private static final Pattern COUNTER = Pattern.compile("counter packets ([0-9]+)");

    private final NetworkNamespace namespace = NetworkNamespace.create();
    private final Map<String, TapDevice> taps = new LinkedHashMap<>();
    private final Map<String, byte[]> headers = new LinkedHashMap<>();
    private SortedMap<CidrBlock, String> routes = new TreeMap<>();

    TapHost(int guestCount) {
        namespace.call(() -> {
            SETTINGS.forEach(Sysctl::write);
            for (int i = 0; i < guestCount; i++) {
                taps.put("tap" + i, TapDevice.open("tap" + i));
            }
            taps.put(UPLINK, TapDevice.open(UPLINK));
            return true;
        });
        nft(FABRIC);
        List<String> lines = new ArrayList<>(List.of("link set lo up"));
        int index = 0;
        for (String link : taps.keySet()) {
            MacAddress mac = MacAddress.of("02:01:00:00:00:%02x".formatted(index++));
            lines.add("link set dev " + link + " address " + mac + " arp off txqueuelen 10000");
            lines.add("link set dev " + link + " up");
            headers.put(link, AddressBytes.of(mac));
        }
        lines.add("route add default dev " + UPLINK);
        lines.add("route add ::/0 dev " + UPLINK);
        ip(lines);
    }

    NetworkNamespace namespace() {
        return namespace;
    }

    void alias(String link, String alias) {
        ip(List.of("link set dev " + link + " alias " + alias));
    }

    /// Has the host send to some addresses by a guest's link, and to all others by the uplink.
    void route(SortedMap<CidrBlock, String> wanted) {
        List<String> lines = new ArrayList<>();
        routes.forEach((block, link) -> lines.add("route del " + block + " dev " + link));
        wanted.forEach((block, link) -> lines.add("route add " + block + " dev " + link));
        routes = new TreeMap<>(wanted);
        if (!lines.isEmpty()) {
            ip(lines);
        }
    }

    /// Binds the guests of [SmallCloud] to the first links, one each, and routes to them.
    void bindGuests(int count) {
        SortedMap<CidrBlock, String> wanted = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            String link = "tap" + number;
            wanted.put(SmallCloud.v4(number).asBlock(), link);
            wanted.put(SmallCloud.v6(number).asBlock(), link);
            alias(link, SmallCloud.eni(number).value());
        }
        route(wanted);
    }

    /// Returns the link by which the host sends to an address.
    String linkOf(IpAddress destination) {
        return routes.entrySet().stream()
                .filter(route -> route.getKey().contains(destination))
                .max((one, other) ->
                        one.getKey().prefixLengthBits() - other.getKey().prefixLengthBits())
                .map(Map.Entry::getValue)
                .orElse(UPLINK);
    }

    /// Has the machine send nothing by itself: no error, no answer, and no reset, which would have
    /// the DSCP field of what it answers.
    void silence() {
        nft("""
                add chain inet fabric silence { type filter hook output priority -300; policy accept; }
                add rule inet fabric silence tcp flags rst drop
                add rule inet fabric silence ip dscp != { 42, 44 } drop
                add rule inet fabric silence ip6 dscp != { 42, 44 } drop
                """);
    }

    /// Runs commands of `nft` on the host.
    String nft(String commands) {
        return namespace.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run(commands);
            }
        });
    }

    /// Returns how many packets the counter of a chain has seen. Our own context reads no counters.
    ///
    /// @param chain with family and table
    long counted(String chain) {
        String listing = namespace.call(() -> new String(
                new ProcessBuilder("nft", "list chain " + chain)
                        .start()
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8));
        Matcher packets = COUNTER.matcher(listing);
        if (!packets.find()) {
            throw new IllegalStateException("no counter in `" + listing + "`");
        }
        return Long.parseLong(packets.group(1));
    }

    /// Runs lines of `ip` on the host.
    void ip(List<String> lines) {
        IpLines.run(namespace, lines);
    }

    /// Has a packet come in by a link. When this returns the kernel has done with it, unless other
    /// processors were busy with the same links.
    ///
    /// @param mac of the sender
    void send(String link, MacAddress mac, byte[] packet) {
        boolean isV4 = (packet[0] & 0xf0) == 0x40;
        send(link, mac, isV4 ? 0x0800 : 0x86dd, packet);
    }

    /// The same for a message of ARP.
    void sendArp(String link, MacAddress mac, byte[] message) {
        send(link, mac, 0x0806, message);
    }

    /// The same for a frame of a protocol of nobody, to everybody on a bridge.
    void broadcast(String link, MacAddress mac, byte[] message) {
        ByteBuffer frame = ByteBuffer.allocate(ETHERNET_BYTES + message.length);
        frame.putShort((short) -1).putInt(-1).put(AddressBytes.of(mac)).putShort((short) 0x88b5);
        taps.get(link).write(frame.put(message).array());
    }

    private void send(String link, MacAddress mac, int protocol, byte[] packet) {
        ByteBuffer frame = ByteBuffer.allocate(ETHERNET_BYTES + packet.length);
        frame.put(headers.get(link)).put(AddressBytes.of(mac));
        taps.get(link).write(frame.putShort((short) protocol).put(packet).array());
    }

    /// Returns the packets that have gone out by a link since the last call.
    List<byte[]> received(String link) {
        List<byte[]> packets = new ArrayList<>();
        Optional<byte[]> frame = taps.get(link).read();
        while (frame.isPresent()) {
            byte[] bytes = frame.get();
            packets.add(Arrays.copyOfRange(bytes, ETHERNET_BYTES, bytes.length));
            frame = taps.get(link).read();
        }
        return packets;
    }

    @Override
    public void close() {
        taps.values().forEach(TapDevice::close);
        namespace.close();
    }
}
