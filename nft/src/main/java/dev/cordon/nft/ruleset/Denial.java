package dev.cordon.nft.ruleset;

/// Why a packet is dropped, as far as the kernel tells; which rule it was is found again from the
/// packet.
public enum Denial {
    /// By the policy of the ENI that it comes from.
    EGRESS,
    /// By the policy of the ENI that it goes to.
    INGRESS,
    /// It claims an address that is not the sender's, or plays a part that guests do not have.
    FORGED,
    /// It fits no session and starts none: conntrack calls it invalid.
    INVALID,
    /// Its link carries an ENI without policy.
    CLOSED
}
