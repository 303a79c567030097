package dev.cordon.bench.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// What allowed packets cost while a stranger's are denied, all from one ENI.
public final class StormBench {

    /// Each injection makes the kernel wait for some milliseconds before it begins, so the storm
    /// comes in bursts.
    private static final Duration TICK = Duration.ofMillis(50);

    private static final int TICKS_OF_SECOND = 20;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int rounds;
    private final int packets;
    private final int perSecond;

    /// @param perSecond denied packets; a multiple of 20
    StormBench(int rounds, int packets, int perSecond) {
        this.rounds = rounds;
        this.packets = packets;
        this.perSecond = perSecond;
    }

    /// @param quietNanos CPU time of an allowed packet when nothing else is sent
    /// @param stormNanos the same in the storm
    /// @param deniedPerSecond how many packets the storm has had indeed
    /// @param lost allowed packets that did not come through
    public record Result(long quietNanos, long stormNanos, long deniedPerSecond, long lost) {}

    Result measure(PolicySize size) {
        MeasuredPolicy policy = MeasuredPolicy.of(size);
        try (BenchHost host = BenchHost.open(size.enis());
                PacketBench.Flows flows = new PacketBench.Flows()) {
            Firewall.CORDON.install(host, policy);
            flows.establish(host);
            long quiet = Long.MAX_VALUE;
            long stormy = Long.MAX_VALUE;
            long sentBefore = host.sent(MeasuredPolicy.SERVER);
            Storm storm = new Storm(host, flows.denied());
            for (int round = 0; round < rounds; round++) {
                quiet = Math.min(quiet, allowed(host, flows));
                storm.rise();
                stormy = Math.min(stormy, allowed(host, flows));
                storm.settle();
            }
            long sent = host.sent(MeasuredPolicy.SERVER) - sentBefore;
            return new Result(quiet, stormy, storm.perSecond(), 2L * rounds * packets - sent);
        }
    }

    private long allowed(BenchHost host, PacketBench.Flows flows) {
        return host.inject(flows.there(), MeasuredPolicy.CLIENT, packets) / packets;
    }

    /// Denied packets, as many a second as were asked for if this machine can.
    private final class Storm {

        private final BenchHost host;
        private final Injector denied;
        private final AtomicLong count = new AtomicLong();
        private final AtomicBoolean blowing = new AtomicBoolean();
        private Thread thread = new Thread(() -> {});
        private long nanos;

        Storm(BenchHost host, Injector denied) {
            this.host = host;
            this.denied = denied;
        }

        void rise() {
            blowing.set(true);
            thread = Thread.ofPlatform().daemon().name("storm").start(() -> host.call(this::blow));
        }

        private long blow() {
            long startNanos = System.nanoTime();
            long nextNanos = startNanos;
            while (blowing.get()) {
                denied.inject(BenchHost.index(MeasuredPolicy.STRANGER), perSecond / TICKS_OF_SECOND);
                count.addAndGet(perSecond / TICKS_OF_SECOND);
                nextNanos += TICK.toNanos();
                LockSupport.parkNanos(nextNanos - System.nanoTime());
            }
            nanos += System.nanoTime() - startNanos;
            return nanos;
        }

        void settle() {
            blowing.set(false);
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        long perSecond() {
            return Math.round(count.get() * NANOS_PER_SECOND / Math.max(1, nanos));
        }
    }
}
