package dev.cordon.nft.interpret;

import dev.cordon.nft.ruleset.Test;

/// Told what a walk looks at: a packet that shows the same in all of it takes the same way.
public interface Trace {

    /// Looks at nothing, and goes everywhere.
    Trace NONE = new Trace() {
        @Override
        public void asks(Test test) {}

        @Override
        public void looks(VerdictRow row) {}

        @Override
        public boolean passesBy(String chain, MarkSoFar mark) {
            return false;
        }
    };

    /// Whether lines have written a mark into the packet.
    enum MarkSoFar {
        OF_THE_FABRIC,
        OURS
    }

    void asks(Test test);

    /// A map of verdicts is looked into, of which this is what can be found.
    void looks(VerdictRow row);

    /// Tells whether to come back from a chain without going there.
    boolean passesBy(String chain, MarkSoFar mark);
}
