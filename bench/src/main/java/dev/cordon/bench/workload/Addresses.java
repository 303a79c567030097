package dev.cordon.bench.workload;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.policy.EniAddresses;
import java.util.ArrayList;
import java.util.List;

/// The addresses of ENIs, by index: every ENI has a primary one, three of four an IPv6 one, every
/// tenth a secondary one and every hundredth a delegated prefix.
final class Addresses {

    private static final int PRIMARY_FIRST = 10 << 24;
    private static final int SECONDARY_FIRST = 10 << 24 | 64 << 16;
    private static final int PREFIX_FIRST = 10 << 24 | 128 << 16;
    private static final int PREFIX_LENGTH_BITS = 28;
    private static final long V6_HIGH = 0x2001_0db8_0000_0000L;

    private Addresses() {}

    static EniAddresses of(int eni) {
        List<IpAddress> others = new ArrayList<>();
        if (eni % 10 == 0) {
            others.add(new V4(SECONDARY_FIRST + eni));
        }
        if (hasV6(eni)) {
            others.add(v6(eni));
        }
        List<CidrBlock> prefixes = eni % 100 == 0
                ? List.of(new CidrBlock(new V4(PREFIX_FIRST + 16 * (eni / 100)), PREFIX_LENGTH_BITS))
                : List.of();
        return new EniAddresses(v4(eni), others, prefixes, List.of());
    }

    static V4 v4(int eni) {
        return new V4(PRIMARY_FIRST + eni);
    }

    static boolean hasV6(int eni) {
        return eni % 4 != 3;
    }

    static V6 v6(int eni) {
        return new V6(V6_HIGH, eni);
    }

    /// Returns the ENI that has an address, or a negative number.
    static int owner(IpAddress address, int eniCount) {
        long owner = switch (address) {
            case V6(long high, long low) -> high == V6_HIGH && low % 4 != 3 ? low : -1;
            case V4(int bits) -> ownerOfV4(bits);
        };
        return 0 <= owner && owner < eniCount ? (int) owner : -1;
    }

    private static long ownerOfV4(int bits) {
        if (bits >= PREFIX_FIRST) {
            return (bits - PREFIX_FIRST) / 16 * 100L;
        }
        return bits < SECONDARY_FIRST
                ? bits - PRIMARY_FIRST
                : (bits - SECONDARY_FIRST) % 10 == 0 ? bits - SECONDARY_FIRST : -1;
    }

    static CidrBlock block(IpAddress address, int prefixLengthBits) {
        return new CidrBlock(address.masked(prefixLengthBits), prefixLengthBits);
    }
}
