package dev.cordon.engine.table;

import dev.cordon.engine.table.Sweep.Point;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;

/// Blocks and port ranges as spans of points.
final class Points {

    private Points() {}

    static void add(Sweep sweep, CidrBlock block, int rank) {
        switch (block.first()) {
            case IpAddress.V4(int bits) -> {
                long first = Integer.toUnsignedLong(bits);
                long size = 1L << (32 - block.prefixLengthBits());
                sweep.add(new Point(0, first), new Point(0, first + size - 1), rank);
            }
            case IpAddress.V6(long high, long low) -> {
                int length = block.prefixLengthBits();
                long lastHigh = length == 0 ? -1 : length >= 64 ? high : high | -1L >>> length;
                long lastLow = length <= 64 ? -1 : length == 128 ? low : low | -1L >>> (length - 64);
                sweep.add(new Point(high, low), new Point(lastHigh, lastLow), rank);
            }
        }
    }

    /// @param base of the space in which the ports are
    static void add(Sweep sweep, PortRange range, int base, int rank) {
        sweep.add(new Point(0, base + range.first()), new Point(0, base + range.last()), rank);
    }
}
