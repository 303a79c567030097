package dev.cordon.nft.attest;

import dev.cordon.model.net.Flow;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Fate.Outcome;

/// A flow of which a kernel says something else than it should.
///
/// @param should what the engine says, or what is done before policy is asked
record Finding(Flow flow, Fate is, Fate should) {

    /// Tells whether its packets end otherwise, not only for another reason.
    boolean endsOtherwise() {
        return (is.outcome() == Outcome.PASSES) != (should.outcome() == Outcome.PASSES);
    }
}
