package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Smtp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ENIs that are alike, and what holds for them in both directions.
///
/// Immutable but for its sides, which are made when they are first asked for. Two threads may make
/// the same side: they make the same one.
final class GroupSet {

    private final Likeness likeness;
    private final int space;
    private final int[] groups;
    private @Nullable Side ingress;
    private @Nullable Side egress;

    /// What decides in one direction.
    sealed interface Side permits SideTable, Walks {}

    /// A side that tables cannot hold: its clauses are walked. No state that commands have made has
    /// one.
    record Walks() implements Side {}

    /// @param space number of the VPC
    /// @param groups numbers of the groups
    GroupSet(Likeness likeness, int space, List<Integer> groups) {
        this(likeness, space, groups.stream().mapToInt(group -> group).toArray(), null, null);
    }

    private GroupSet(Likeness likeness, int space, int[] groups, @Nullable Side ingress, @Nullable Side egress) {
        this.likeness = likeness;
        this.space = space;
        this.groups = groups;
        this.ingress = ingress;
        this.egress = egress;
    }

    /// Returns the same ENIs with one direction to be made anew.
    GroupSet without(Direction direction) {
        return switch (direction) {
            case INGRESS -> new GroupSet(likeness, space, groups, null, egress);
            case EGRESS -> new GroupSet(likeness, space, groups, ingress, null);
        };
    }

    Likeness likeness() {
        return likeness;
    }

    int space() {
        return space;
    }

    int groupCount() {
        return groups.length;
    }

    int group(int position) {
        return groups[position];
    }

    boolean isSmtpBlocked() {
        return likeness.smtp() == Smtp.BLOCKED;
    }

    @Nullable
    Side ingress() {
        return ingress;
    }

    @Nullable
    Side egress() {
        return egress;
    }

    void made(Direction direction, Side side) {
        switch (direction) {
            case INGRESS -> ingress = side;
            case EGRESS -> egress = side;
        }
    }
}
