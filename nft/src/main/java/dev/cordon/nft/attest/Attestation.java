package dev.cordon.nft.attest;

import dev.cordon.model.net.Flow;
import dev.cordon.nft.interpret.Fate;
import java.util.List;

/// What comes of comparing a kernel with the engine.
public sealed interface Attestation {

    /// They say the same of every new flow.
    ///
    /// @param boxes flows that were asked about, each of which stands for all that are like it
    record Equal(int links, long boxes) implements Attestation {}

    /// They do not: here is a packet.
    ///
    /// @param is what the kernel does with it
    /// @param should what the engine says, or what is done before policy is asked
    record Differs(Passage passage, Flow flow, Fate is, Fate should) implements Attestation {}

    /// The kernel's table holds what is not ours and what we do not understand.
    record Foreign(List<String> lines) implements Attestation {
        public Foreign {
            lines = List.copyOf(lines);
        }
    }

    /// Nothing is proved: there would be more to ask than is asked.
    ///
    /// @param passagesLeft ways by links that were not looked at to the end
    record Unproved(long boxes, int passagesLeft) implements Attestation {}
}
