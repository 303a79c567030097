package dev.cordon.engine.table;

import dev.cordon.engine.table.Sweep.Point;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;

/// Blocks and port ranges as spans of points.
final class Points {

    private static final Point LAST_IPV4 = new Point(0, 0xffff_ffffL);
    private static final Point LAST_IPV6 = new Point(-1, -1);

    /// The ports of TCP and, behind them, those of UDP.
    static final Point LAST_PORT = new Point(0, 0x1_ffffL);

    private Points() {}

    /// From one point to another, both included.
    record Span(Point first, Point last) {}

    static Point last(AddressFamily family) {
        return switch (family) {
            case IPV4 -> LAST_IPV4;
            case IPV6 -> LAST_IPV6;
        };
    }

    static Span of(CidrBlock block) {
        return switch (block.first()) {
            case IpAddress.V4(int bits) -> {
                long first = Integer.toUnsignedLong(bits);
                long size = 1L << (32 - block.prefixLengthBits());
                yield new Span(new Point(0, first), new Point(0, first + size - 1));
            }
            case IpAddress.V6(long high, long low) -> {
                int length = block.prefixLengthBits();
                long lastHigh = length == 0 ? -1 : length >= 64 ? high : high | -1L >>> length;
                long lastLow = length <= 64 ? -1 : length == 128 ? low : low | -1L >>> (length - 64);
                yield new Span(new Point(high, low), new Point(lastHigh, lastLow));
            }
        };
    }

    /// @param base of the space in which the ports are
    static Span of(PortRange range, int base) {
        return new Span(new Point(0, base + range.first()), new Point(0, base + range.last()));
    }
}
