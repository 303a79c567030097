package dev.cordon.cli.bench;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.cli.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// Numbered datagrams to an echo server, many a millisecond, and which of them came back. Tells
/// when the verdict on them changed, as the time of the first one that met with the new one.
final class ProbeStream implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofNanos(200_000);

    /// No echo for so long, although probes were sent, means that they are dropped.
    private static final Duration QUIET = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(1);

    /// Times are kept for so many probes: some ten seconds.
    private static final int KEPT_COUNT = 1 << 16;

    private final DatagramChannel channel;
    private final AtomicLongArray sentAtNanos = new AtomicLongArray(KEPT_COUNT);
    private final AtomicLong sent = new AtomicLong();
    private volatile long firstEchoed = -1;
    private volatile long lastEchoed = -1;
    private volatile long lastEchoAtNanos = System.nanoTime();
    private volatile boolean open = true;

    private ProbeStream(DatagramChannel channel) {
        this.channel = channel;
    }

    static ProbeStream open(NetworkNamespace from, InetSocketAddress to) {
        ProbeStream stream =
                new ProbeStream(from.call(() -> DatagramChannel.open().connect(to)));
        Thread.ofPlatform().daemon().name("probes").start(stream::send);
        Thread.ofPlatform().daemon().name("echoes").start(stream::receive);
        return stream;
    }

    private void send() {
        ByteBuffer probe = ByteBuffer.allocate(Long.BYTES);
        try {
            while (open) {
                long number = sent.get();
                probe.clear().putLong(number).flip();
                sentAtNanos.set(index(number), System.nanoTime());
                channel.write(probe);
                sent.incrementAndGet();
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        } catch (IOException failure) {
            stopUnlessClosed(failure);
        }
    }

    private void receive() {
        ByteBuffer echo = ByteBuffer.allocate(Long.BYTES);
        try {
            while (open) {
                channel.read(echo.clear());
                long number = echo.flip().getLong();
                lastEchoed = Math.max(lastEchoed, number);
                lastEchoAtNanos = System.nanoTime();
                if (firstEchoed < 0) {
                    firstEchoed = number;
                }
            }
        } catch (IOException failure) {
            stopUnlessClosed(failure);
        }
    }

    private void stopUnlessClosed(IOException failure) {
        if (open) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int index(long number) {
        return (int) (number & (KEPT_COUNT - 1));
    }

    /// Forgets what came back so far: the next echo is the first.
    void arm() {
        firstEchoed = -1;
    }

    /// Waits until probes come back that did not.
    ///
    /// @return when the first of them was sent, in the time of [System#nanoTime]
    long openedAtNanos() throws InterruptedException {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (firstEchoed < 0) {
            pauseUntil(deadlineNanos, "did not open");
        }
        return sentAtNanos.get(index(firstEchoed));
    }

    /// Waits until probes do not come back any more.
    ///
    /// @return when the first of them was sent, in the time of [System#nanoTime]
    long closedAtNanos() throws InterruptedException {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!isQuiet()) {
            pauseUntil(deadlineNanos, "did not close");
        }
        return sentAtNanos.get(index(lastEchoed + 1));
    }

    private boolean isQuiet() {
        long quietNanos = System.nanoTime() - lastEchoAtNanos;
        boolean manySent = sent.get() - lastEchoed > QUIET.dividedBy(INTERVAL) / 4;
        return quietNanos > QUIET.toNanos() && manySent;
    }

    private static void pauseUntil(long deadlineNanos, String problem) throws InterruptedException {
        if (System.nanoTime() > deadlineNanos) {
            throw new CliException("the path " + problem + " within " + PATIENCE.toSeconds() + " s of the answer");
        }
        Thread.sleep(LOOK_INTERVAL);
    }

    long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        open = false;
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
