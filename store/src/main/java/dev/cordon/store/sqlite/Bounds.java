package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.backend.KeptHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads which revisions a file can tell about.
///
/// The head's own change is always kept, so the changes there are say it all.
final class Bounds {

    private final PreparedStatement query;

    Bounds(Connection connection) throws SQLException {
        this.query = connection.prepareStatement("""
                SELECT coalesce((SELECT min(revision) FROM change) - 1, 0),
                       coalesce((SELECT max(revision) FROM change), 0)
                """);
    }

    KeptHistory read() throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return new KeptHistory(new Revision(row.getLong(1)), new Revision(row.getLong(2)));
        }
    }
}
