package dev.cordon.conformance.netns;

import dev.cordon.agent.kernel.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Datagrams that go from one guest to another all the time, and how many have arrived.
///
/// Each has a source port of its own: none is let through for the sake of one before it.
final class DatagramStream implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(2);
    private static final byte[] PAYLOAD = {4, 2};

    private final InetSocketAddress destination;
    private final DatagramSocket sink;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private volatile boolean open = true;

    private DatagramStream(InetSocketAddress destination, DatagramSocket sink) {
        this.destination = destination;
        this.sink = sink;
    }

    static DatagramStream start(NetworkNamespace from, NetworkNamespace to, String address, int port) {
        DatagramSocket sink = to.call(() -> new DatagramSocket(port));
        InetSocketAddress destination = to.call(() -> new InetSocketAddress(InetAddress.getByName(address), port));
        DatagramStream stream = new DatagramStream(destination, sink);
        Thread.ofPlatform().daemon().name("sink-" + port).start(stream::receive);
        from.start("source-" + port, stream::send);
        return stream;
    }

    private void send() {
        while (open) {
            try (DatagramSocket source = new DatagramSocket()) {
                source.send(new DatagramPacket(PAYLOAD, PAYLOAD.length, destination));
                sent.incrementAndGet();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private void receive() {
        while (open) {
            try {
                sink.receive(new DatagramPacket(new byte[PAYLOAD.length], PAYLOAD.length));
                arrived.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    long sent() {
        return sent.get();
    }

    long arrived() {
        return arrived.get();
    }

    @Override
    public void close() {
        open = false;
        sink.close();
    }
}
