package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.StoreUnavailableException.Trouble;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// The file, connections to it, and what its errors mean to an operator.
record StoreFile(Path path) {

    /// How long to wait for a shell that somebody has opened on the file.
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /// The extended error codes carry the plain one in the last byte.
    private static final int PLAIN_CODE_MASK = 0xff;

    /// Something done to the file.
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /// Something built over a connection, which it keeps.
    @FunctionalInterface
    interface Opening<T> {
        T over(Connection connection) throws SQLException;
    }

    /// Builds something over a new connection, which is closed if that fails.
    <T> T open(String doing, Opening<T> opening) {
        return attempt(doing, Revision.NONE, () -> {
            Connection connection = connect();
            boolean opened = false;
            try {
                T result = opening.over(connection);
                opened = true;
                return result;
            } finally {
                if (!opened) {
                    connection.close();
                }
            }
        });
    }

    /// Opens a connection that waits for the disk at every commit.
    ///
    /// Implementation note: full synchronisation, because in write-ahead mode the weaker setting
    /// loses the last commits with the power. The path goes in as a URI, or a `?` in it would be an
    /// option.
    Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config.createConnection("jdbc:sqlite:" + path.toUri());
    }

    /// Runs work, and puts what the file says in words if it fails.
    ///
    /// @param doing what the work is for, such as `read`
    /// @param revision the revision that the work is about
    <T> T attempt(String doing, Revision revision, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw explain(doing, revision, failure);
        }
    }

    /// Says that something is wrong with the file itself.
    StoreUnavailableException trouble(Trouble trouble, String what) {
        return new StoreUnavailableException(trouble, Revision.NONE, "store file `" + path + "` " + what);
    }

    private StoreUnavailableException explain(String doing, Revision revision, SQLException failure) {
        Trouble trouble = troubleOf(failure);
        String message = "could not " + doing + " at revision " + revision + ": store file `" + path + "` "
                + what(trouble) + " (" + failure.getMessage() + ")";
        return new StoreUnavailableException(trouble, revision, message, failure);
    }

    private static Trouble troubleOf(SQLException failure) {
        int code = failure.getErrorCode() & PLAIN_CODE_MASK;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Trouble.FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Trouble.CORRUPT;
        }
        boolean locked = code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
        return locked ? Trouble.IN_USE : Trouble.INPUT_OUTPUT;
    }

    private static String what(Trouble trouble) {
        return switch (trouble) {
            case IN_USE -> "is locked by another program: close it";
            case FULL -> "cannot grow: make room on the disk, or raise the limit of the file";
            case CORRUPT -> "is damaged or no store: put a copy of it back";
            case NEWER_SCHEMA -> "was written by a newer version: run that version";
            case INPUT_OUTPUT -> "could not be read or written: look at the disk and the system log";
        };
    }
}
