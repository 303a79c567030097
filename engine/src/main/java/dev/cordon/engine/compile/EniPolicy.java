package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.verdict.Verdict;

/// What holds at one ENI.
///
/// @param mac what the instance sends from
/// @param addresses the ENI's private addresses
/// @param timeouts of its sessions
public record EniPolicy(
        EniId eni, MacAddress mac, AddressSet addresses, TrackingTimeouts timeouts, Clauses ingress, Clauses egress) {

    public Clauses clauses(Direction direction) {
        return switch (direction) {
            case INGRESS -> ingress;
            case EGRESS -> egress;
        };
    }

    public Verdict decide(Direction direction, Flow flow) {
        return clauses(direction).decide(flow);
    }
}
