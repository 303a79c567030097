package dev.cordon.analysis.flowset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A set of flows of one [FlowSpace].
///
/// Implementation note: a union of boxes. The boxes of a difference of disjoint boxes are disjoint;
/// those of a union may overlap, which costs time and changes no answer.
public final class FlowSet {

    public static final FlowSet EMPTY = new FlowSet(List.of());

    private final List<Box> boxes;

    FlowSet(List<Box> boxes) {
        this.boxes = List.copyOf(boxes);
    }

    List<Box> boxes() {
        return boxes;
    }

    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    /// Returns what is in this set or in the other.
    public FlowSet union(FlowSet other) {
        List<Box> all = new ArrayList<>(boxes);
        all.addAll(other.boxes);
        return new FlowSet(all);
    }

    /// Returns what is in both sets, or nothing if the effort is spent.
    public Optional<FlowSet> intersect(FlowSet other, Effort effort) {
        if (!effort.spend((long) boxes.size() * other.boxes.size())) {
            return Optional.empty();
        }
        List<Box> common = new ArrayList<>();
        for (Box mine : boxes) {
            for (Box theirs : other.boxes) {
                mine.intersect(theirs).ifPresent(common::add);
            }
        }
        return Optional.of(new FlowSet(common));
    }

    /// Returns what is in this set and not in the other, or nothing if the effort is spent.
    public Optional<FlowSet> minus(FlowSet other, Effort effort) {
        List<Box> left = boxes;
        for (Box theirs : other.boxes) {
            if (!effort.spend(left.size())) {
                return Optional.empty();
            }
            List<Box> smaller = new ArrayList<>(left.size());
            left.forEach(mine -> smaller.addAll(mine.minus(theirs)));
            left = smaller;
        }
        return Optional.of(new FlowSet(left));
    }
}
