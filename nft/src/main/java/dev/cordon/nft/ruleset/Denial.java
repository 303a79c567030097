package dev.cordon.nft.ruleset;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;

/// Why packets are dropped that go in a direction. Each has a chain, which tells and counts.
public record Denial(Direction direction, Cause cause) {

    public sealed interface Cause {

        /// A verdict of policy.
        record Policy(Verdict verdict) implements Cause {
            public Policy {
                if (verdict.action() != Action.DROP) {
                    throw new IllegalArgumentException("no drop `" + verdict + "`");
                }
            }
        }

        /// It claims an address that is not the sender's, or plays a part that guests do not have.
        record Forged() implements Cause {}

        /// It fits no session and starts none: conntrack calls it invalid.
        record Invalid() implements Cause {}

        /// Its link carries an ENI without policy.
        record Closed() implements Cause {}

        /// Its link has as many sessions as it may have.
        record Quota() implements Cause {}
    }

    public static Denial byPolicy(Direction direction, Verdict verdict) {
        return new Denial(direction, new Cause.Policy(verdict));
    }

    public static Denial forged(Direction direction) {
        return new Denial(direction, new Cause.Forged());
    }

    public static Denial invalid(Direction direction) {
        return new Denial(direction, new Cause.Invalid());
    }

    public static Denial quota(Direction direction) {
        return new Denial(direction, new Cause.Quota());
    }

    public static Denial closed(Direction direction) {
        return new Denial(direction, new Cause.Closed());
    }
}
