package dev.cordon.nft.ruleset;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// A set of addresses of one family, named by its content.
///
/// A set never changes: other content is another set, so a rule can never see half of a change.
///
/// @param blocks disjoint, in ascending order
public record NamedSet(AddressFamily family, List<CidrBlock> blocks) {

    private static final int NAME_DIGITS = 16;

    public NamedSet {
        blocks = List.copyOf(blocks);
    }

    public String name() {
        String prefix = switch (family) {
            case IPV4 -> "set4-";
            case IPV6 -> "set6-";
        };
        String content = blocks.stream().map(CidrBlock::toString).collect(Collectors.joining(" "));
        return prefix + digest(content).substring(0, NAME_DIGITS);
    }

    /// Tells whether the kernel needs a set of intervals; single addresses fit a cheaper one.
    public boolean hasIntervals() {
        return blocks.stream().anyMatch(block -> block.prefixLengthBits() < family.lengthBits());
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
