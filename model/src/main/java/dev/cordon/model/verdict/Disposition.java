package dev.cordon.model.verdict;

import dev.cordon.model.policy.Action;

/// How a connection ends across both ENIs.
public enum Disposition {
    DELIVERED,
    DENIED_OUT,
    DENIED_IN;

    /// Returns how a connection ends that is decided leaving and then arriving; the first drop
    /// wins.
    public static Disposition of(Verdict egress, Verdict ingress) {
        if (egress.action() == Action.DROP) {
            return DENIED_OUT;
        }
        return ingress.action() == Action.DROP ? DENIED_IN : DELIVERED;
    }
}
