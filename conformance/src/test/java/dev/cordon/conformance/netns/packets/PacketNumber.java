package dev.cordon.conformance.netns.packets;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/// The number by which a packet is known again: the last bytes of what it carries.
final class PacketNumber {

    static final int BYTES = 8;

    private static final int MAGIC = 0xc04d0417;
    private static final AtomicInteger LAST = new AtomicInteger();

    private PacketNumber() {}

    /// Returns a number that no packet of this process has had.
    static int next() {
        return LAST.incrementAndGet();
    }

    static byte[] payload(int number) {
        return ByteBuffer.allocate(BYTES).putInt(MAGIC).putInt(number).array();
    }

    /// Returns a payload of a given length that ends in the number.
    static byte[] payload(int number, int lengthBytes) {
        ByteBuffer payload = ByteBuffer.allocate(lengthBytes);
        payload.position(lengthBytes - BYTES);
        return payload.put(payload(number)).array();
    }

    /// Returns the number of a frame or packet; none of what the kernel sends by itself has one.
    static OptionalInt of(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        boolean numbered = frame.length >= BYTES && bytes.getInt(frame.length - BYTES) == MAGIC;
        return numbered ? OptionalInt.of(bytes.getInt(frame.length - 4)) : OptionalInt.empty();
    }
}
