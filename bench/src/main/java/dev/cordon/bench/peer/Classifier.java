package dev.cordon.bench.peer;

import dev.cordon.bench.draw.FlowTable;

/// Finds the first rule that matches, and allocates nothing doing so.
public interface Classifier {

    int NONE = -1;

    /// Returns the index of the first rule that matches a flow, or [#NONE].
    int first(FlowTable flows, int row);
}
