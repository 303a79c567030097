package dev.cordon.controlplane.execute;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Key;

/// A store holds something that is no object of a policy state, or that this version cannot read.
///
/// Nothing is skipped: a state without the object could let pass what the whole one drops.
public final class UnreadableStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableStateException(Key key, Revision revision, String problem) {
        super("cannot read `" + key + "` at revision " + revision + ": " + problem);
    }

    UnreadableStateException(Revision revision, String problem) {
        super("stored state at revision " + revision + " does not hang together: " + problem);
    }
}
