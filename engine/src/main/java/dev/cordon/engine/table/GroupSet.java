package dev.cordon.engine.table;

import java.util.List;

/// The ENIs that are alike.
///
/// @param space number of the VPC
/// @param groups numbers of the groups, in the order of the likeness
record GroupSet(Likeness likeness, int space, List<Integer> groups) {

    GroupSet {
        groups = List.copyOf(groups);
    }
}
