package dev.cordon.model;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.PortRange;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The values on both sides of a border, where mistakes by one show.
public final class Borders {

    private Borders() {}

    /// Returns the first and the last address of a block and their neighbours outside, as far as
    /// there are any.
    public static List<IpAddress> of(CidrBlock block) {
        BigInteger first = number(block.first());
        int freeLengthBits = block.family().lengthBits() - block.prefixLengthBits();
        BigInteger last = first.add(BigInteger.TWO.pow(freeLengthBits)).subtract(BigInteger.ONE);
        BigInteger end = BigInteger.TWO.pow(block.family().lengthBits());
        return Stream.of(first.subtract(BigInteger.ONE), first, last, last.add(BigInteger.ONE))
                .filter(number -> number.signum() >= 0 && number.compareTo(end) < 0)
                .map(number -> address(block.family(), number))
                .distinct()
                .toList();
    }

    /// Returns the first and the last port of a range and their neighbours outside.
    public static List<Integer> of(PortRange range) {
        return IntStream.of(range.first() - 1, range.first(), range.last(), range.last() + 1)
                .filter(PortRange.ANY::contains)
                .distinct()
                .boxed()
                .toList();
    }

    /// Returns an address as a number without sign.
    public static BigInteger number(IpAddress address) {
        return switch (address) {
            case V4(int bits) -> BigInteger.valueOf(Integer.toUnsignedLong(bits));
            case V6(long high, long low) -> unsigned(high).shiftLeft(64).or(unsigned(low));
        };
    }

    /// Returns the address of a number without sign.
    public static IpAddress address(AddressFamily family, BigInteger number) {
        return switch (family) {
            case IPV4 -> new V4(number.intValue());
            case IPV6 -> new V6(number.shiftRight(64).longValue(), number.longValue());
        };
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
