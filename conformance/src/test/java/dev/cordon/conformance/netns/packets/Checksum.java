package dev.cordon.conformance.netns.packets;

import dev.cordon.model.net.Flow;
import java.nio.ByteBuffer;

/// The Internet checksum.
///
/// @spec https://www.rfc-editor.org/rfc/rfc1071 Computing the Internet checksum
final class Checksum {

    private Checksum() {}

    static short of(byte[] bytes) {
        return folded(sum(bytes));
    }

    /// Returns the checksum of what an IP packet carries, over its pseudo header too.
    static short withPseudoHeader(Flow flow, byte[] body) {
        ByteBuffer pseudo = ByteBuffer.allocate(40);
        pseudo.put(AddressBytes.of(flow.source())).put(AddressBytes.of(flow.destination()));
        pseudo.putInt(body.length).putInt(flow.protocol().number());
        return folded(sum(pseudo.array()) + sum(body));
    }

    private static long sum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (long) (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    private static short folded(long sum) {
        long rest = sum;
        while (rest >>> 16 != 0) {
            rest = (rest & 0xffff) + (rest >>> 16);
        }
        return (short) ~rest;
    }
}
