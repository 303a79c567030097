package dev.cordon.store.sqlite;

import dev.cordon.store.StoreUnavailableException.Trouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables, and the checks that a file passes before it is used.
///
/// `change` has a row per kept revision: its line in the audit log. `version` has a row per key and
/// revision that wrote it, a null value meaning deleted: the contents at a revision are, per key,
/// the newest version up to it.
final class Schema {

    /// Raised by one with every change of the tables, which comes with a step that migrates.
    static final int VERSION = 1;

    /// `Cord` in ASCII: tells our files from others.
    private static final int APPLICATION_ID = 0x43_6f_72_64;

    private static final String TABLES = """
            CREATE TABLE change (
              revision   INTEGER PRIMARY KEY,
              at         TEXT NOT NULL,
              who        TEXT NOT NULL,
              request_id TEXT NOT NULL,
              action     TEXT NOT NULL
            ) STRICT;
            CREATE TABLE version (
              key      TEXT NOT NULL,
              revision INTEGER NOT NULL,
              value    TEXT,
              UNIQUE (key, revision)
            ) STRICT;
            CREATE INDEX version_by_revision ON version (revision);
            """;

    private final StoreFile file;
    private final Statement statement;

    private Schema(StoreFile file, Statement statement) {
        this.file = file;
        this.statement = statement;
    }

    /// Makes the tables in an empty file, checks those of any other, and turns the log on.
    ///
    /// Implementation note: the log comes last, because turning it on writes to the file, and a
    /// file that is not ours is not written to.
    static void prepare(StoreFile file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Schema schema = new Schema(file, statement);
            if (schema.isEmptyFile()) {
                schema.make();
            } else {
                schema.check();
            }
            schema.turnOnLog();
        }
    }

    private boolean isEmptyFile() throws SQLException {
        return number("PRAGMA application_id") == 0
                && number("PRAGMA user_version") == 0
                && number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    private void make() throws SQLException {
        statement.executeUpdate("BEGIN IMMEDIATE; " + TABLES + "PRAGMA application_id = " + APPLICATION_ID
                + "; PRAGMA user_version = " + VERSION + "; COMMIT;");
    }

    private void check() throws SQLException {
        if (number("PRAGMA application_id") != APPLICATION_ID) {
            throw file.trouble(Trouble.CORRUPT, "is not a store of cordon: choose another data folder");
        }
        long version = number("PRAGMA user_version");
        if (version > VERSION) {
            throw file.trouble(
                    Trouble.NEWER_SCHEMA,
                    "has schema version " + version + ", and this version of cordon knows up to " + VERSION
                            + ": run the newer version");
        }
        String verdict = text("PRAGMA quick_check(1)");
        if (!verdict.equals("ok")) {
            throw file.trouble(Trouble.CORRUPT, "is damaged (" + verdict + "): put a copy of it back");
        }
        if (number("SELECT count(*) - (max(revision) - min(revision) + 1) FROM change") != 0) {
            throw file.trouble(Trouble.CORRUPT, "lacks revisions in the middle: put a copy of it back");
        }
    }

    private void turnOnLog() throws SQLException {
        String mode = text("PRAGMA journal_mode = WAL");
        if (!mode.equals("wal")) {
            throw file.trouble(
                    Trouble.INPUT_OUTPUT, "is on a file system without shared memory: choose another data folder");
        }
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String text(String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
