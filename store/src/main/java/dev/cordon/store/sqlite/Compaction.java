package dev.cordon.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Forgets the oldest kept change, so that the contents after it become the oldest that can be
/// read.
///
/// Example, of versions of one key, when the change of revision 4 is forgotten:
///
/// ```text
/// 2=a  4=b  7=c   →   4=b  7=c      nobody can ask for revision 2 or 3 any more
/// 2=a  4=gone     →   (nothing)     a key that is gone needs no row to say so
/// ```
///
/// Each version is dropped once, so over time a commit drops as many rows as it writes.
final class Compaction {

    private final List<PreparedStatement> steps;

    Compaction(Connection connection) throws SQLException {
        PreparedStatement superseded = connection.prepareStatement("""
                DELETE FROM version WHERE rowid IN (
                  SELECT older.rowid FROM version AS newer
                  JOIN version AS older ON older.key = newer.key AND older.revision < newer.revision
                  WHERE newer.revision = ?1)
                """);
        PreparedStatement gone =
                connection.prepareStatement("DELETE FROM version WHERE revision = ?1 AND value IS NULL");
        PreparedStatement change = connection.prepareStatement("DELETE FROM change WHERE revision = ?1");
        this.steps = List.of(superseded, gone, change);
    }

    void forget(long revision) throws SQLException {
        for (PreparedStatement step : steps) {
            step.setLong(1, revision);
            step.executeUpdate();
        }
    }
}
