package dev.cordon.analysis.flowset;

import dev.cordon.model.net.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The flows of one family whose every field is in an interval of its own.
///
/// @param sides one interval for each field of the flow space, in its order
record Box(AddressFamily family, List<Interval> sides) {

    Box {
        sides = List.copyOf(sides);
    }

    private boolean overlaps(Box other) {
        for (int i = 0; i < sides.size(); i++) {
            if (!sides.get(i).overlaps(other.sides.get(i))) {
                return false;
            }
        }
        return family == other.family;
    }

    Optional<Box> intersect(Box other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        Box common = this;
        for (int i = 0; i < sides.size(); i++) {
            common = common.with(i, sides.get(i).intersect(other.sides.get(i)));
        }
        return Optional.of(common);
    }

    /// Returns disjoint boxes that hold what is in this one and not in the other: at most two for
    /// each field. The fields are cut in their order, so that a later one is cut only where all
    /// earlier ones agree.
    List<Box> minus(Box other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        Box common = this;
        for (int i = 0; i < sides.size(); i++) {
            Interval mine = sides.get(i);
            Interval theirs = other.sides.get(i);
            if (mine.first().compareTo(theirs.first()) < 0) {
                left.add(
                        common.with(i, new Interval(mine.first(), theirs.first().previous())));
            }
            if (theirs.last().compareTo(mine.last()) < 0) {
                left.add(common.with(i, new Interval(theirs.last().next(), mine.last())));
            }
            common = common.with(i, mine.intersect(theirs));
        }
        return left;
    }

    /// Returns this box with another interval at one of its sides.
    Box with(int side, Interval interval) {
        List<Interval> changed = new ArrayList<>(sides);
        changed.set(side, interval);
        return new Box(family, changed);
    }
}
