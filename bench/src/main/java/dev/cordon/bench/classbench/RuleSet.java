package dev.cordon.bench.classbench;

import static java.util.Comparator.comparing;

import dev.cordon.bench.draw.Zipf;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Distinct IPv4 matches of one shape, the more specific ones first, as people write them.
///
/// @param matches blocks on both sides; the local one may be left out
public record RuleSet(List<RuleMatch> matches) {

    /// Children that matter below one block; popular ones hold most of the rules.
    private static final int BRANCH_COUNT = 24;

    private static final Zipf BRANCH = new Zipf(BRANCH_COUNT, 1);

    public RuleSet {
        matches = List.copyOf(matches);
    }

    /// @param count of rules
    public static RuleSet of(RuleShape shape, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<RuleMatch> known = new HashSet<>();
        record Ranked(RuleMatch match, int rank) {}
        List<Ranked> ranked = new ArrayList<>();
        while (ranked.size() < count) {
            int peerLength = shape.peerLengths.next(random);
            int localLength = shape.localLengths.next(random);
            RuleMatch match = match(shape, block(peerLength, random), block(localLength, random), random);
            if (known.add(match)) {
                ranked.add(new Ranked(match, random.nextInt(16) - peerLength - localLength));
            }
        }
        return new RuleSet(ranked.stream()
                .sorted(comparing(Ranked::rank))
                .map(Ranked::match)
                .toList());
    }

    private static RuleMatch match(RuleShape shape, CidrBlock peer, CidrBlock local, SplittableRandom random) {
        int number = shape.protocols.next(random);
        ProtocolMatch protocol = number < 0 ? ProtocolMatch.all() : ProtocolMatch.of(new IpProtocol(number));
        boolean namesPorts = protocol.hasPorts();
        return new RuleMatch(
                protocol,
                PortMatch.of(namesPorts ? shape.destinationPorts.next(random).next(random) : PortRange.ANY),
                namesPorts ? shape.sourcePorts.next(random).next(random) : PortRange.ANY,
                new Peer.Block(peer),
                local.prefixLengthBits() == 0 ? LocalSide.everything() : new LocalSide.Block(local));
    }

    /// Returns a block that often lies within others of the same set: each byte is one of a few
    /// that depend on the bytes before.
    private static CidrBlock block(int prefixLengthBits, SplittableRandom random) {
        int bits = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int branch = BRANCH.next(random) + 1;
            bits |= (((bits >>> shift) * 0x9e3779b9 + branch * 0x85ebca6b) >>> 24) << shift;
        }
        return new CidrBlock(new V4(bits).masked(prefixLengthBits), prefixLengthBits);
    }
}
