package dev.cordon.agent.kernel;

import dev.cordon.model.net.IpAddress;

/// Sessions with one address at one place of their tuples. Of IPv4 the kernel looks for them
/// itself, so that a dump costs what it finds, beside the walk through the table.
public record ConntrackFilter(Place place, IpAddress address) {

    /// Where an address stands in an entry.
    public enum Place {
        ORIGINAL_SOURCE,
        ORIGINAL_DESTINATION,

        /// Where answers come from: the destination, as it is after translation.
        REPLY_SOURCE
    }
}
