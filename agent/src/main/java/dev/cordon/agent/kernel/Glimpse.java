package dev.cordon.agent.kernel;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;

/// As much of a packet as its first bytes show.
public sealed interface Glimpse {

    /// A packet with all that a rule looks at; the mark of the fabric is not in its bytes.
    record Whole(Flow flow) implements Glimpse {}

    /// A later fragment, or a packet that is cut before its ports.
    ///
    /// @param protocol of what comes next, as far as the headers are there
    record Addressed(IpAddress source, IpAddress destination, IpProtocol protocol) implements Glimpse {}

    /// Not IP, or less than a header of it.
    record Nothing() implements Glimpse {}
}
