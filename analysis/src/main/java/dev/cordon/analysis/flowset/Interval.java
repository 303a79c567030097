package dev.cordon.analysis.flowset;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;

/// The numbers from `first` to `last`, both included.
record Interval(Ordinal first, Ordinal last) {

    Interval {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("not an interval `" + first + ", " + last + "`");
        }
    }

    static Interval of(long first, long last) {
        return new Interval(Ordinal.of(first), Ordinal.of(last));
    }

    static Interval of(PortRange range) {
        return of(range.first(), range.last());
    }

    static Interval of(CidrBlock block) {
        Ordinal first = Ordinal.of(block.first());
        int hostLengthBits = block.family().lengthBits() - block.prefixLengthBits();
        long lowHosts = hostLengthBits >= 64 ? -1 : (1L << hostLengthBits) - 1;
        long highHosts = hostLengthBits <= 64 ? 0 : -1L >>> (128 - hostLengthBits);
        return new Interval(first, new Ordinal(first.high() | highHosts, first.low() | lowHosts));
    }

    /// Returns all addresses of a family.
    static Interval all(AddressFamily family) {
        return switch (family) {
            case IPV4 -> of(CidrBlock.ALL_IPV4);
            case IPV6 -> of(CidrBlock.ALL_IPV6);
        };
    }

    boolean overlaps(Interval other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    /// Returns what is in both; they must overlap.
    Interval intersect(Interval other) {
        return new Interval(
                first.compareTo(other.first) >= 0 ? first : other.first,
                last.compareTo(other.last) <= 0 ? last : other.last);
    }
}
