package dev.cordon.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Transactions on one connection, one at a time.
///
/// One that fails is left open: the connection is of no more use, and closing it rolls back.
final class Transaction {

    private final PreparedStatement begin;
    private final PreparedStatement commit;

    private Transaction(Connection connection, String begin) throws SQLException {
        this.begin = connection.prepareStatement(begin);
        this.commit = connection.prepareStatement("COMMIT");
    }

    /// Transactions that only read: they see one revision from the first query to the last.
    static Transaction reading(Connection connection) throws SQLException {
        return new Transaction(connection, "BEGIN DEFERRED");
    }

    /// Transactions that write: they hold the right to write from the start, so what they read
    /// stays true.
    static Transaction writing(Connection connection) throws SQLException {
        return new Transaction(connection, "BEGIN IMMEDIATE");
    }

    <T> T run(StoreFile.Work<T> work) throws SQLException {
        begin.execute();
        T result = work.run();
        commit.execute();
        return result;
    }
}
