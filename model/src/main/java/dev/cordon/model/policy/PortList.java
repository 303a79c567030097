package dev.cordon.model.policy;

import dev.cordon.model.net.PortRange;
import java.util.List;

/// A named list of port ranges.
///
/// @param entryCountMax what a rule that names the list weighs, filled or not
public record PortList(PortListId id, int entryCountMax, List<PortRange> entries, Details details) implements Entity {

    public PortList {
        entries = List.copyOf(entries);
    }
}
