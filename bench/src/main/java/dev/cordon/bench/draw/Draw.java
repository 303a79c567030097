package dev.cordon.bench.draw;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;
import java.util.random.RandomGenerator;

/// Values drawn from what a rule names, all alike.
public final class Draw {

    private static final int ECHO_REQUEST = 8;

    private Draw() {}

    /// Returns any address of a block.
    public static IpAddress address(CidrBlock block, RandomGenerator random) {
        int hostLengthBits = block.family().lengthBits() - block.prefixLengthBits();
        return switch (block.first()) {
            case V4(int bits) -> new V4(bits | (int) bits(random, hostLengthBits));
            case V6(long high, long low) ->
                new V6(high | bits(random, hostLengthBits - 64), low | bits(random, Math.min(64, hostLengthBits)));
        };
    }

    private static long bits(RandomGenerator random, int lengthBits) {
        return lengthBits <= 0 ? 0 : random.nextLong() >>> (64 - lengthBits);
    }

    public static int port(PortRange range, RandomGenerator random) {
        return random.nextInt(range.first(), range.last() + 1);
    }

    /// Returns ports out of two ranges, as far as the protocol has ports.
    public static Transport transport(
            IpProtocol protocol, PortRange source, PortRange destination, RandomGenerator random) {
        if (protocol.hasPorts()) {
            return new Ports(port(source, random), port(destination, random));
        }
        return protocol.isIcmp() ? new Icmp(ECHO_REQUEST, 0) : new Opaque();
    }
}
