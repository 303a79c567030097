package dev.cordon.store;

import dev.cordon.model.state.Revision;

/// The world keeps the store from working. The message names the file and what to do about it.
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the world.
    public enum Trouble {
        /// Another process, or another part of this one, has the data folder open.
        IN_USE,
        /// The disk is full, or the file has reached its limit. Goes away when there is room.
        FULL,
        /// The file is damaged, or is something else than a store.
        CORRUPT,
        /// The file was written by a newer Cordon.
        NEWER_SCHEMA,
        /// The system refused to read or write. May go away.
        INPUT_OUTPUT
    }

    private final Trouble trouble;
    private final long revisionNumber;

    public StoreUnavailableException(Trouble trouble, Revision revision, String message) {
        super(message);
        this.trouble = trouble;
        this.revisionNumber = revision.number();
    }

    public StoreUnavailableException(Trouble trouble, Revision revision, String message, Exception cause) {
        super(message, cause);
        this.trouble = trouble;
        this.revisionNumber = revision.number();
    }

    public Trouble trouble() {
        return trouble;
    }

    /// Returns the revision that was asked for or expected, [Revision#NONE] if the store was being
    /// opened.
    public Revision revision() {
        return new Revision(revisionNumber);
    }
}
