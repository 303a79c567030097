package dev.cordon.model.net;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// All addresses that share a prefix with `first`.
///
/// Ordered by first address, then the wider block first.
///
/// @param first the lowest address of the block; the bits behind the prefix are zero
/// @param prefixLengthBits 0 up to the length of the family
public record CidrBlock(IpAddress first, int prefixLengthBits) implements Comparable<CidrBlock> {

    public static final CidrBlock ALL_IPV4 = new CidrBlock(new IpAddress.V4(0), 0);
    public static final CidrBlock ALL_IPV6 = new CidrBlock(new IpAddress.V6(0, 0), 0);

    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    public CidrBlock {
        if (prefixLengthBits < 0 || prefixLengthBits > first.family().lengthBits()) {
            throw new IllegalArgumentException("prefix length out of range `" + prefixLengthBits + "`");
        }
        if (!first.masked(prefixLengthBits).equals(first)) {
            throw new IllegalArgumentException("bits set behind the prefix `" + first + "/" + prefixLengthBits + "`");
        }
    }

    /// Reads `address/length`, or an address alone for a block of one. Bits behind the prefix are
    /// cleared, as ECS does.
    public static Optional<CidrBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0 || address.isEmpty()) {
            return address.map(IpAddress::asBlock);
        }
        String length = text.substring(slash + 1);
        int lengthMax = address.get().family().lengthBits();
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > lengthMax) {
            return Optional.empty();
        }
        int prefixLengthBits = Integer.parseInt(length);
        return Optional.of(new CidrBlock(address.get().masked(prefixLengthBits), prefixLengthBits));
    }

    /// Reads a block that is known to be well-formed, such as a constant.
    ///
    /// @throws IllegalArgumentException if it is not
    public static CidrBlock of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a block `" + text + "`"));
    }

    public AddressFamily family() {
        return first.family();
    }

    public boolean contains(IpAddress address) {
        return address.family() == family() && address.masked(prefixLengthBits).equals(first);
    }

    /// Tells whether every address of `other` is in this block.
    public boolean contains(CidrBlock other) {
        return other.prefixLengthBits >= prefixLengthBits && contains(other.first);
    }

    /// Tells whether some address is in both blocks.
    public boolean overlaps(CidrBlock other) {
        return contains(other) || other.contains(this);
    }

    /// Returns the two blocks of half the size, the lower one first.
    ///
    /// @throws IllegalStateException if the block is a single address
    public List<CidrBlock> halves() {
        if (prefixLengthBits == family().lengthBits()) {
            throw new IllegalStateException("one address has no halves `" + this + "`");
        }
        int lengthBits = prefixLengthBits + 1;
        return List.of(new CidrBlock(first, lengthBits), new CidrBlock(first.withBit(prefixLengthBits), lengthBits));
    }

    @Override
    public int compareTo(CidrBlock other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : Integer.compare(prefixLengthBits, other.prefixLengthBits);
    }

    @Override
    public String toString() {
        return first + "/" + prefixLengthBits;
    }
}
