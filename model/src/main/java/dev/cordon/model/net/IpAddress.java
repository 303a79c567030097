package dev.cordon.model.net;

import java.util.Optional;

/// An IP address of either family.
///
/// Ordered by family, then by value without sign.
public sealed interface IpAddress extends Comparable<IpAddress> {

    /// An IPv4 address; the bits in network order.
    record V4(int bits) implements IpAddress {
        @Override
        public AddressFamily family() {
            return AddressFamily.IPV4;
        }

        @Override
        public IpAddress masked(int prefixLengthBits) {
            int mask = prefixLengthBits == 0 ? 0 : -1 << (32 - prefixLengthBits);
            return new V4(bits & mask);
        }

        @Override
        public IpAddress withBit(int index) {
            return new V4(bits | 1 << (31 - index));
        }

        @Override
        public String toString() {
            return AddressText.ofV4(bits);
        }
    }

    /// An IPv6 address; the first and the last eight bytes in network order.
    record V6(long high, long low) implements IpAddress {
        @Override
        public AddressFamily family() {
            return AddressFamily.IPV6;
        }

        @Override
        public IpAddress masked(int prefixLengthBits) {
            long highMask = prefixLengthBits == 0 ? 0 : -1L << Math.max(0, 64 - prefixLengthBits);
            long lowMask = prefixLengthBits <= 64 ? 0 : -1L << (128 - prefixLengthBits);
            return new V6(high & highMask, low & lowMask);
        }

        @Override
        public IpAddress withBit(int index) {
            return index < 64 ? new V6(high | 1L << (63 - index), low) : new V6(high, low | 1L << (127 - index));
        }

        @Override
        public String toString() {
            return AddressText.ofV6(this);
        }
    }

    AddressFamily family();

    /// Returns this address with all bits behind the prefix set to zero.
    ///
    /// @param prefixLengthBits 0 up to the length of the family
    IpAddress masked(int prefixLengthBits);

    /// Returns this address with one bit set to one.
    ///
    /// @param index 0 for the first bit of the address, up to the length of the family minus one
    IpAddress withBit(int index);

    /// Reads dotted IPv4 or RFC 4291 IPv6 text, without mask or zone.
    static Optional<IpAddress> parse(String text) {
        return AddressText.parse(text);
    }

    /// Reads an address that is known to be well-formed, such as a constant.
    ///
    /// @throws IllegalArgumentException if it is not
    static IpAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an address `" + text + "`"));
    }

    /// Returns the block that holds this address alone.
    default CidrBlock asBlock() {
        return new CidrBlock(this, family().lengthBits());
    }

    @Override
    default int compareTo(IpAddress other) {
        int byFamily = family().compareTo(other.family());
        if (byFamily != 0) {
            return byFamily;
        }
        int byHigh = Long.compareUnsigned(highBits(this), highBits(other));
        return byHigh != 0 ? byHigh : Long.compareUnsigned(lowBits(this), lowBits(other));
    }

    private static long highBits(IpAddress address) {
        return switch (address) {
            case V4 v4 -> 0;
            case V6(long high, long low) -> high;
        };
    }

    private static long lowBits(IpAddress address) {
        return switch (address) {
            case V4(int bits) -> Integer.toUnsignedLong(bits);
            case V6(long high, long low) -> low;
        };
    }
}
