package dev.cordon.controlplane.execute;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.Contents;
import dev.cordon.store.History;
import dev.cordon.store.Outcome;
import dev.cordon.store.Reading;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.StoreUnavailableException.Trouble;
import dev.cordon.store.Watch;
import dev.cordon.store.Writes;
import java.time.Instant;

/// A store whose commits go as a test wants.
record InterferingStore(Store under, Committing committing) implements Store {

    /// What is done with a commit.
    interface Committing {
        Outcome commit(Batch batch, Store under);
    }

    /// Returns a commit by somebody else that changes nothing but the head.
    static Commit nothing(Revision head) {
        return new Commit(head, Writes.NONE, new Audit(Instant.EPOCH, "somebody-else", "request-0", "Nothing"));
    }

    static StoreUnavailableException failure(Batch batch) {
        return new StoreUnavailableException(Trouble.INPUT_OUTPUT, batch.expectedHead(), "disk is on strike");
    }

    @Override
    public Outcome commit(Batch batch) {
        return committing.commit(batch, under);
    }

    @Override
    public Revision head() {
        return under.head();
    }

    @Override
    public Contents readHead() {
        return under.readHead();
    }

    @Override
    public Reading read(Revision at) {
        return under.read(at);
    }

    @Override
    public Watch watch(Revision after) {
        return under.watch(after);
    }

    @Override
    public History history(Revision after, int countMax) {
        return under.history(after, countMax);
    }

    @Override
    public void close() {
        under.close();
    }
}
