package dev.cordon.model.policy;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;

/// Into or out of the ENI, seen from the ENI.
public enum Direction {
    INGRESS,
    EGRESS;

    public Direction opposite() {
        return this == INGRESS ? EGRESS : INGRESS;
    }

    /// Returns the address of the far side of a flow that goes this way.
    public IpAddress peerOf(Flow flow) {
        return this == INGRESS ? flow.source() : flow.destination();
    }

    /// Returns the address of the ENI's own side of a flow that goes this way.
    public IpAddress localOf(Flow flow) {
        return this == INGRESS ? flow.destination() : flow.source();
    }
}
