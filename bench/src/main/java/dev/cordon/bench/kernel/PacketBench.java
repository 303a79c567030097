package dev.cordon.bench.kernel;

import dev.cordon.agent.kernel.KernelException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// CPU time that a packet costs on its way from one guest to another, with each firewall on a host
/// of its own. The firewalls take turns, and the least of several rounds counts: what disturbs a
/// round makes it longer, never shorter.
public final class PacketBench {

    private static final int CLIENT_PORT = 40_000;
    private static final int PROBE_COUNT = 256;

    /// How long a round may take at most with firewalls that are slow.
    private static final long ROUND_NANOS = 500_000_000;

    /// With those of the probe fewer than there are fresh ports, so that no flow is met twice.
    private static final int NEW_FLOWS_MOST = 20_000;

    private final int rounds;
    private final int packets;

    /// @param packets of an established flow in one round
    PacketBench(int rounds, int packets) {
        this.rounds = rounds;
        this.packets = packets;
    }

    /// @param establishedNanos a packet of a flow that has seen both directions
    /// @param newFlowNanos the first packet of a flow
    public record Cost(long establishedNanos, long newFlowNanos) {

        static final Cost UNKNOWN = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);

        Cost least(Cost other) {
            return new Cost(
                    Math.min(establishedNanos, other.establishedNanos), Math.min(newFlowNanos, other.newFlowNanos));
        }
    }

    private record Track(Firewall firewall, BenchHost host) {}

    Map<Firewall, Cost> measure(PolicySize size, List<Firewall> firewalls) {
        MeasuredPolicy policy = MeasuredPolicy.of(size);
        Map<Firewall, Cost> costs = new EnumMap<>(Firewall.class);
        List<Track> tracks = new ArrayList<>();
        try (Flows flows = new Flows()) {
            for (Firewall firewall : firewalls) {
                BenchHost host = BenchHost.open(size.enis());
                tracks.add(new Track(firewall, host));
                firewall.install(host, policy);
            }
            for (int round = 0; round < rounds; round++) {
                for (Track track : tracks) {
                    Cost cost = new Cost(established(track, flows), newFlows(track, flows));
                    costs.merge(track.firewall(), cost, Cost::least);
                }
            }
        } finally {
            tracks.forEach(track -> track.host().close());
        }
        return costs;
    }

    private long established(Track track, Flows flows) {
        track.host().forgetSessions();
        flows.establish(track.host());
        return perPacket(track, flows.there, packets);
    }

    private long newFlows(Track track, Flows flows) {
        track.host().forgetSessions();
        return perPacket(track, flows.fresh, Math.min(packets, NEW_FLOWS_MOST));
    }

    /// Returns what a packet costs; fewer than are asked for if they are slow.
    private static long perPacket(Track track, Injector injector, int most) {
        long probe = inject(track, injector, Math.min(PROBE_COUNT, most));
        return inject(track, injector, Math.clamp(ROUND_NANOS / Math.max(1, probe), 1, most));
    }

    /// A firewall that is fast because it drops is not measured.
    private static long inject(Track track, Injector injector, int count) {
        long before = track.host().sent(MeasuredPolicy.SERVER);
        long nanos = track.host().inject(injector, MeasuredPolicy.CLIENT, count);
        long passed = track.host().sent(MeasuredPolicy.SERVER) - before;
        if (passed != (track.firewall() == Firewall.INJECTION ? 0 : count)) {
            throw new KernelException(
                    track.firewall().title() + " let " + passed + " of " + count + " packets through");
        }
        return nanos / count;
    }

    /// The frames that are sent.
    static final class Flows implements AutoCloseable {

        private final Injector there = Injector.same(
                BenchHost.frame(MeasuredPolicy.CLIENT, MeasuredPolicy.SERVER, CLIENT_PORT, MeasuredPolicy.PORT));
        private final Injector back = Injector.same(
                BenchHost.frame(MeasuredPolicy.SERVER, MeasuredPolicy.CLIENT, MeasuredPolicy.PORT, CLIENT_PORT));
        private final Injector fresh = Injector.freshPorts(
                BenchHost.frame(MeasuredPolicy.CLIENT, MeasuredPolicy.SERVER, 0, MeasuredPolicy.PORT));
        private final Injector denied = Injector.freshPorts(
                BenchHost.frame(MeasuredPolicy.STRANGER, MeasuredPolicy.SERVER, 0, MeasuredPolicy.PORT));

        Injector there() {
            return there;
        }

        Injector denied() {
            return denied;
        }

        /// Sends one packet there and one back.
        void establish(BenchHost host) {
            host.inject(there, MeasuredPolicy.CLIENT, 1);
            host.inject(back, MeasuredPolicy.SERVER, 1);
        }

        @Override
        public void close() {
            List.of(there, back, fresh, denied).forEach(Injector::close);
        }
    }
}
