package dev.cordon.analysis.flowset;

import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;

/// A number without sign of 128 bits: wide enough for every field of a flow.
record Ordinal(long high, long low) implements Comparable<Ordinal> {

    static Ordinal of(long number) {
        return new Ordinal(0, number);
    }

    static Ordinal of(IpAddress address) {
        return switch (address) {
            case V4(int bits) -> of(Integer.toUnsignedLong(bits));
            case V6(long high, long low) -> new Ordinal(high, low);
        };
    }

    /// Returns the number after this one; after the last comes the first.
    Ordinal next() {
        return new Ordinal(low == -1 ? high + 1 : high, low + 1);
    }

    /// Returns the number before this one; before the first comes the last.
    Ordinal previous() {
        return new Ordinal(low == 0 ? high - 1 : high, low - 1);
    }

    @Override
    public int compareTo(Ordinal other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
