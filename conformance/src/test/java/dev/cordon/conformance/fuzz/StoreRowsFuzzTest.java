package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.execute.UnreadableStateException;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Commit;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Store;
import dev.cordon.store.Writes;
import dev.cordon.store.memory.MemoryStore;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;

/// A store full of rows, one `key value` a line: a state, or a server that does not start.
@Tag("fuzz")
final class StoreRowsFuzzTest {

    @FuzzTest
    void isAStateOrRefused(byte[] bytes) {
        SortedMap<Key, String> rows = new TreeMap<>();
        Fuzzed.text(bytes).lines().forEach(line -> add(line, rows));
        if (rows.isEmpty()) {
            return;
        }
        try (Store store = new MemoryStore(HistoryLimit.DEFAULT)) {
            Audit audit = new Audit(Instant.EPOCH, "fuzz", "fuzz", "fuzz");
            store.commit(new Commit(Revision.NONE, new Writes(rows, new TreeSet<>()), audit));
            ControlPlane.open(store, Quotas.DEFAULT);
        } catch (UnreadableStateException refused) {
            // by name
        }
    }

    /// The store itself refuses keys and texts that it cannot keep.
    private static void add(String line, SortedMap<Key, String> to) {
        int space = line.indexOf(' ');
        if (line.substring(0, Math.max(0, space)).matches("[!-~]{1,512}")) {
            to.put(new Key(line.substring(0, space)), line.substring(space + 1));
        }
    }
}
