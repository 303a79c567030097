package dev.cordon.conformance.netns.packets;

import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.MacAddress;
import java.nio.ByteBuffer;

/// Addresses in network order.
final class AddressBytes {

    private AddressBytes() {}

    static byte[] of(IpAddress address) {
        return switch (address) {
            case V4(int bits) -> ByteBuffer.allocate(4).putInt(bits).array();
            case V6(long high, long low) ->
                ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        };
    }

    static byte[] of(MacAddress mac) {
        return ByteBuffer.allocate(6)
                .putShort((short) (mac.bits() >>> Integer.SIZE))
                .putInt((int) mac.bits())
                .array();
    }
}
