package dev.cordon.cli.lab;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.model.net.IpAddress;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// An open TCP connection that counts: numbers go out all the time, and must come back in order.
final class OpenStream implements AutoCloseable {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMillis(2);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(5);

    private final Socket socket;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong echoed = new AtomicLong();
    private volatile long echoedAtNanos = System.nanoTime();
    private final CountDownLatch sentLast = new CountDownLatch(1);
    private volatile boolean sending = true;

    private OpenStream(Socket socket) {
        this.socket = socket;
    }

    static OpenStream open(NetworkNamespace from, IpAddress to, int port) {
        Socket connected = from.call(() -> {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(Prober.inet(to), port), (int) CONNECT_PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return socket;
        });
        return on(connected);
    }

    /// Begins to count over a connection.
    static OpenStream on(Socket connected) {
        OpenStream stream = new OpenStream(connected);
        Thread.ofPlatform().daemon().name("stream-out").start(stream::send);
        Thread.ofPlatform().daemon().name("stream-in").start(stream::receive);
        return stream;
    }

    private void send() {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (sending) {
                // counted before it can come back
                out.writeLong(sent.getAndIncrement());
                Thread.sleep(INTERVAL);
            }
        } catch (IOException ended) {
            sending = false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            sentLast.countDown();
        }
    }

    /// Counts only numbers that come in order: the first wrong one ends the count.
    private void receive() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (in.readLong() == echoed.get()) {
                echoed.incrementAndGet();
                echoedAtNanos = System.nanoTime();
            }
        } catch (IOException ended) {
            // closed by us, or reset; what was counted stands
        }
    }

    /// Waits until something sent from now on has come back.
    boolean progresses(Duration patience) throws InterruptedException {
        long target = sent.get() + 1;
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (echoed.get() <= target && System.nanoTime() < deadlineNanos) {
            Thread.sleep(LOOK_INTERVAL);
        }
        return echoed.get() > target;
    }

    /// Stops sending and waits for the rest.
    ///
    /// @return how many numbers did not come back
    long drain(Duration patience) throws InterruptedException {
        sending = false;
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        boolean complete = sentLast.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        while (complete && echoed.get() < sent.get() && System.nanoTime() < deadlineNanos) {
            Thread.sleep(LOOK_INTERVAL);
        }
        return sent.get() - echoed.get();
    }

    /// Waits, and returns when the last number came back, in the time of [System#nanoTime].
    long lastEchoAfter(Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return echoedAtNanos;
    }

    long sentBytes() {
        return sent.get() * Long.BYTES;
    }

    @Override
    public void close() {
        sending = false;
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is lost: the namespace takes the socket with it
        }
    }
}
