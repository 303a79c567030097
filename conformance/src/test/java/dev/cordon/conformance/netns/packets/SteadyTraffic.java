package dev.cordon.conformance.netns.packets;

import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// About a thousand packets a second of a hundred flows under [ServedPolicy]: sessions that are
/// allowed, whose packets must pass in both directions, and flows that are not, of which none may.
final class SteadyTraffic implements AutoCloseable {

    private static final int FLOWS_PER_KIND = 25;
    private static final Duration INTERVAL = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Crossing crossing;
    private final List<Flow> flows = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("traffic").unstarted(this::run);
    private volatile boolean open = true;
    private volatile int sent;
    private volatile int passed;

    private SteadyTraffic(TapHost host) {
        this.crossing = new Crossing(host, Map.of("tap0", SmallCloud.station(0), "tap1", SmallCloud.station(1)));
        for (int i = 0; i < FLOWS_PER_KIND; i++) {
            flows.add(flow(IpProtocol.UDP, i, ServedPolicy.ADMITTED.first() + i));
            flows.add(flow(IpProtocol.TCP, i, ServedPolicy.ADMITTED.first() + i));
            flows.add(flow(IpProtocol.UDP, i, ServedPolicy.DENIED + i));
            flows.add(flow(IpProtocol.TCP, i, ServedPolicy.DENIED + i));
        }
    }

    /// Returns a flow from guest 0 to guest 1, of IPv4 and of IPv6 by turns.
    private static Flow flow(IpProtocol protocol, int index, int port) {
        boolean v4 = index % 2 == 0;
        return new Flow(
                v4 ? SmallCloud.v4(0) : SmallCloud.v6(0),
                v4 ? SmallCloud.v4(1) : SmallCloud.v6(1),
                protocol,
                new Transport.Ports(10_000 + index, port),
                Mark.NONE);
    }

    /// Opens the sessions, and goes on sending.
    static SteadyTraffic start(TapHost host) {
        SteadyTraffic traffic = new SteadyTraffic(host);
        traffic.flows.forEach(traffic::openSession);
        traffic.thread.start();
        return traffic;
    }

    private static boolean isAllowed(Flow flow) {
        return flow.transport() instanceof Transport.Ports(int source, int destination)
                && ServedPolicy.ADMITTED.contains(destination);
    }

    private void openSession(Flow flow) {
        expect(flow, "tap0", "tap1", FlowPackets.opening(flow, PacketNumber.next()));
        if (isAllowed(flow)) {
            byte[] answer = FlowPackets.answer(flow, PacketNumber.next()).orElseThrow();
            expect(flow, "tap1", "tap0", answer);
            expect(flow, "tap0", "tap1", later(flow));
        }
    }

    private void run() {
        try {
            for (int i = 0; open; i = (i + 1) % flows.size()) {
                Flow flow = flows.get(i);
                boolean back = sent / flows.size() % 2 == 1;
                expect(
                        flow,
                        back ? "tap1" : "tap0",
                        back ? "tap0" : "tap1",
                        later(back ? FlowPackets.reversed(flow) : flow));
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        } catch (RuntimeException failure) {
            complaints.add(failure.toString());
        }
    }

    /// Returns a packet of a flow that has been opened; of TCP a segment that acknowledges all that
    /// was sent before.
    private static byte[] later(Flow flow) {
        byte[] payload = PacketNumber.payload(PacketNumber.next());
        int next = FlowPackets.SEQUENCE + 1 + PacketNumber.BYTES;
        Segment segment = new Segment(Layer4Bytes.ACK | Layer4Bytes.PSH, next, next);
        return IpBytes.packet(
                flow,
                flow.protocol().equals(IpProtocol.TCP)
                        ? Layer4Bytes.tcp(flow, segment, payload)
                        : Layer4Bytes.udp(flow, payload));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    private void expect(Flow flow, String in, String out, byte[] packet) {
        boolean passes = crossing.passes(in, out, packet);
        if (passes != isAllowed(flow)) {
            complaints.add((passes ? "passes from " : "is lost from ") + in + ", packet " + sent + " " + flow);
        }
        sent++;
        passed += passes ? 1 : 0;
    }

    void awaitMore(long count) {
        int before = sent;
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (sent - before < count && complaints.isEmpty()) {
            if (System.nanoTime() > deadlineNanos) {
                throw new AssertionError("no traffic: " + this);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    void end() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public String toString() {
        return sent + " packets sent, " + passed + " passed";
    }

    @Override
    public void close() {
        end();
    }
}
