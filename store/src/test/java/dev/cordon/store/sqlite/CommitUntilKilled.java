package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Outcome;
import dev.cordon.store.Store;
import java.nio.file.Path;

/// A process that commits as fast as it can, and prints each revision once it is acknowledged.
final class CommitUntilKilled {

    private CommitUntilKilled() {}

    public static void main(String[] arguments) {
        try (Store store = SqliteStore.open(Path.of(arguments[0]), CrashScript.SETTINGS)) {
            Revision head = store.head();
            System.out.println(head);
            while (true) {
                head = switch (store.commit(CrashScript.batchAfter(head))) {
                    case Outcome.Committed(Revision revision) -> revision;
                    case Outcome.Conflict conflict -> throw new IllegalStateException("met " + conflict);
                };
                System.out.println(head);
            }
        }
    }
}
