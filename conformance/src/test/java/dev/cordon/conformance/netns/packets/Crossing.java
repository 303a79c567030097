package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/// Sends packets across a host, and tells which of them have come through. Used by one thread, and
/// no two of them share a link.
///
/// A packet is lost when a sentinel that was sent behind it, by the same links, has arrived without
/// it. A sentinel is marked as a load balancer's, which no policy stops; it is of a protocol that
/// is used for nothing else.
final class Crossing {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final IpProtocol SENTINEL = new IpProtocol(253);

    private final TapHost host;

    private final Map<String, Station> stations;

    /// What is behind a link.
    ///
    /// @param address one of its own
    record Station(IpAddress address, MacAddress mac) {

        static final Station OUTSIDE = new Station(IpAddress.of("198.51.100.77"), MacAddress.of("02:00:00:00:00:77"));
    }

    /// @param stations by their links
    Crossing(TapHost host, Map<String, Station> stations) {
        this.host = host;
        this.stations = Map.copyOf(stations);
    }

    /// Tells whether a packet with a number gets from a link to another one.
    ///
    /// @throws IllegalStateException if it comes out elsewhere, or twice
    boolean passes(String in, String out, byte[] packet) {
        int number = PacketNumber.of(packet).orElseThrow();
        return arrived(in, out, List.of(packet)).contains(number);
    }

    /// Returns the numbers of the packets that have got from a link to another one.
    Set<Integer> arrived(String in, String out, List<byte[]> packets) {
        Set<Integer> numbers = new HashSet<>();
        for (byte[] packet : across(in, out, packets)) {
            PacketNumber.of(packet).ifPresent(number -> {
                if (!numbers.add(number)) {
                    throw new IllegalStateException("packet " + number + " came out twice");
                }
            });
        }
        return numbers;
    }

    /// Sends packets by a link, and returns what comes out of another one before the sentinel.
    ///
    /// @throws IllegalStateException if a numbered packet comes out elsewhere
    List<byte[]> across(String in, String out, List<byte[]> packets) {
        packets.forEach(packet -> send(in, packet));
        int sentinel = PacketNumber.next();
        Flow flow = new Flow(
                station(in).address(), station(out).address(), SENTINEL, new Transport.Opaque(), Mark.LOAD_BALANCER);
        send(in, FlowPackets.opening(flow, sentinel));
        List<byte[]> arrived = new ArrayList<>();
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!arrived.removeIf(packet -> PacketNumber.of(packet).equals(OptionalInt.of(sentinel)))) {
            if (System.nanoTime() > deadlineNanos) {
                throw new KernelException("no sentinel from " + in + " to " + out);
            }
            arrived.addAll(host.received(out));
        }
        stations.keySet().stream().filter(link -> !link.equals(out)).forEach(this::expectNothing);
        return arrived;
    }

    private void expectNothing(String link) {
        for (byte[] packet : host.received(link)) {
            PacketNumber.of(packet).ifPresent(number -> {
                throw new IllegalStateException("packet " + number + " came out of " + link);
            });
        }
    }

    void send(String in, byte[] packet) {
        host.send(in, station(in).mac(), packet);
    }

    private Station station(String link) {
        return Objects.requireNonNull(stations.get(link), link);
    }
}
