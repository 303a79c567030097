package dev.cordon.nft.ruleset;

/// Numbers of classes and identities, both ends included.
///
/// @param first 0 up to 2^32 - 1
public record NumberRange(long first, long last) implements Comparable<NumberRange> {

    public NumberRange {
        if (first < 0 || first > last || last > 0xffff_ffffL) {
            throw new IllegalArgumentException("not a range of numbers `" + first + "-" + last + "`");
        }
    }

    public static NumberRange of(long number) {
        return new NumberRange(number, number);
    }

    public boolean contains(long number) {
        return first <= number && number <= last;
    }

    @Override
    public int compareTo(NumberRange other) {
        int byFirst = Long.compare(first, other.first);
        return byFirst != 0 ? byFirst : Long.compare(last, other.last);
    }
}
