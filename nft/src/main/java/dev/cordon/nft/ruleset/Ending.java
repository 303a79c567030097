package dev.cordon.nft.ruleset;

import dev.cordon.model.verdict.Verdict;

/// What a line does with a packet.
public sealed interface Ending {

    /// A verdict of policy, which stands in the comment of the rule.
    record Says(Verdict verdict) implements Ending {}

    /// The packet fits no session and starts none: conntrack calls it invalid.
    record DropsInvalid() implements Ending {}

    /// The packet comes from a guest, but not from an address of its ENI.
    record DropsForged() implements Ending {}
}
