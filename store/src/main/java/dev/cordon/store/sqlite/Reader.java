package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.History;
import dev.cordon.store.Key;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Reading;
import dev.cordon.store.Writes;
import dev.cordon.store.backend.HistoryPage;
import dev.cordon.store.backend.KeptHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A connection that reads, each answer as of one moment.
final class Reader implements ConnectionPool.Member {

    private final StoreFile file;
    private final Connection connection;
    private final Transaction transaction;
    private final Bounds bounds;
    private final PreparedStatement selectEntries;
    private final PreparedStatement selectChange;
    private final PreparedStatement selectVersions;

    private Reader(StoreFile file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.transaction = Transaction.reading(connection);
        this.bounds = new Bounds(connection);
        this.selectEntries = connection.prepareStatement("""
                SELECT key, value
                FROM (SELECT key, max(revision) AS revision FROM version WHERE revision <= ? GROUP BY key)
                JOIN version USING (key, revision)
                WHERE value IS NOT NULL
                """);
        this.selectChange =
                connection.prepareStatement("SELECT at, who, request_id, action FROM change WHERE revision = ?");
        this.selectVersions = connection.prepareStatement("SELECT key, value FROM version WHERE revision = ?");
    }

    static Reader open(StoreFile file) {
        return file.open("open for reading", connection -> new Reader(file, connection));
    }

    Revision head() {
        return file.attempt("read the head", Revision.NONE, () -> bounds.read().head());
    }

    Contents readHead() {
        return file.attempt(
                "read the head",
                Revision.NONE,
                () -> transaction.run(() -> entries(bounds.read().head())));
    }

    Reading read(Revision at) {
        return file.attempt(
                "read",
                at,
                () -> transaction.run(() -> {
                    Optional<OutOfHistory> outside = bounds.read().outside(at);
                    return outside.isPresent() ? outside.get() : entries(at);
                }));
    }

    History history(Revision after, int countMax) {
        return file.attempt(
                "read the history",
                after,
                () -> transaction.run(() -> {
                    KeptHistory kept = bounds.read();
                    Optional<OutOfHistory> outside = kept.outside(after);
                    return outside.isPresent() ? outside.get() : page(after, kept.head(), new HistoryPage(countMax));
                }));
    }

    private Contents entries(Revision at) throws SQLException {
        SortedMap<Key, String> entries = new TreeMap<>();
        selectEntries.setLong(1, at.number());
        try (ResultSet row = selectEntries.executeQuery()) {
            while (row.next()) {
                entries.put(new Key(row.getString(1)), row.getString(2));
            }
        }
        return new Contents(at, entries);
    }

    private History.Changes page(Revision after, Revision head, HistoryPage page) throws SQLException {
        Revision revision = after;
        while (!revision.equals(head) && page.hasRoom()) {
            revision = revision.next();
            page.add(new CommittedChange(revision, writes(revision), audit(revision)));
        }
        return page.answer();
    }

    private Audit audit(Revision revision) throws SQLException {
        selectChange.setLong(1, revision.number());
        try (ResultSet row = selectChange.executeQuery()) {
            row.next();
            return new Audit(Instant.parse(row.getString(1)), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    private Writes writes(Revision revision) throws SQLException {
        SortedMap<Key, String> puts = new TreeMap<>();
        SortedSet<Key> deletes = new TreeSet<>();
        selectVersions.setLong(1, revision.number());
        try (ResultSet row = selectVersions.executeQuery()) {
            while (row.next()) {
                Key key = new Key(row.getString(1));
                Optional.ofNullable(row.getString(2))
                        .ifPresentOrElse(value -> puts.put(key, value), () -> deletes.add(key));
            }
        }
        return new Writes(puts, deletes);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
