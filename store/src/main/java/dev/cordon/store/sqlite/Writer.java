package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Outcome;
import dev.cordon.store.Outcome.Committed;
import dev.cordon.store.Outcome.Conflict;
import dev.cordon.store.backend.KeptHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Map;

/// The connection that writes.
final class Writer implements ConnectionPool.Member {

    /// What SQLite makes its pages unless told otherwise.
    private static final long PAGE_BYTE_COUNT = 4096;

    /// To this size the write-ahead log shrinks again after a large batch.
    private static final long LOG_BYTE_COUNT_KEPT = 64L << 20;

    private final StoreFile file;
    private final HistoryLimit limit;
    private final Connection connection;
    private final Transaction transaction;
    private final Bounds bounds;
    private final Compaction compaction;
    private final PreparedStatement insertChange;
    private final PreparedStatement insertVersion;

    private Writer(StoreFile file, HistoryLimit limit, Connection connection) throws SQLException {
        this.file = file;
        this.limit = limit;
        this.connection = connection;
        this.transaction = Transaction.writing(connection);
        this.bounds = new Bounds(connection);
        this.compaction = new Compaction(connection);
        this.insertChange = connection.prepareStatement("INSERT INTO change VALUES (?, ?, ?, ?, ?)");
        this.insertVersion = connection.prepareStatement("INSERT INTO version VALUES (?, ?, ?)");
    }

    /// Opens a file whose tables are there, and has it keep to its limits.
    static Writer open(StoreFile file, SqliteSettings settings) {
        return file.open("open for writing", connection -> {
            try (Statement statement = connection.createStatement()) {
                long pageCountMax = Math.max(1, settings.fileByteCountMax() / PAGE_BYTE_COUNT);
                statement.execute("PRAGMA max_page_count = " + pageCountMax);
                statement.execute("PRAGMA journal_size_limit = " + LOG_BYTE_COUNT_KEPT);
            }
            return new Writer(file, settings.history(), connection);
        });
    }

    Outcome commit(Batch batch) {
        String doing = "commit request `" + batch.commits().getFirst().audit().requestId() + "`";
        return file.attempt(doing, batch.expectedHead(), () -> transaction.run(() -> append(batch)));
    }

    private Outcome append(Batch batch) throws SQLException {
        KeptHistory kept = bounds.read();
        if (!kept.head().equals(batch.expectedHead())) {
            return new Conflict(kept.head());
        }
        for (Commit commit : batch.commits()) {
            kept = append(commit, compact(kept));
        }
        return new Committed(kept.head());
    }

    /// Comes before the writes, which can then use the room.
    private Revision compact(KeptHistory kept) throws SQLException {
        Revision oldest = kept.oldest();
        for (long surplus = kept.surplus(limit); surplus > 0; surplus--) {
            oldest = oldest.next();
            compaction.forget(oldest.number());
        }
        return oldest;
    }

    private KeptHistory append(Commit commit, Revision oldest) throws SQLException {
        Revision revision = commit.revision();
        insertChange.setLong(1, revision.number());
        insertChange.setString(2, commit.audit().at().toString());
        insertChange.setString(3, commit.audit().who());
        insertChange.setString(4, commit.audit().requestId());
        insertChange.setString(5, commit.audit().action());
        insertChange.executeUpdate();
        insertVersion.setLong(2, revision.number());
        for (Map.Entry<Key, String> put : commit.writes().puts().entrySet()) {
            insertVersion.setString(1, put.getKey().text());
            insertVersion.setString(3, put.getValue());
            insertVersion.executeUpdate();
        }
        insertVersion.setNull(3, Types.VARCHAR);
        for (Key key : commit.writes().deletes()) {
            insertVersion.setString(1, key.text());
            insertVersion.executeUpdate();
        }
        return new KeptHistory(oldest, revision);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
