package dev.cordon.store.sqlite;

import dev.cordon.store.HistoryLimit;

/// What an operator may choose about the file.
///
/// @param fileByteCountMax size that the file does not grow beyond; a commit that would make it
///     fails, and the store stays readable
public record SqliteSettings(HistoryLimit history, long fileByteCountMax) {

    /// The size that etcd suggests as a maximum, too.
    public static final long FILE_BYTE_COUNT_MAX = 8L << 30;

    public static final SqliteSettings DEFAULT = new SqliteSettings(HistoryLimit.DEFAULT, FILE_BYTE_COUNT_MAX);

    public SqliteSettings {
        if (fileByteCountMax < 1) {
            throw new IllegalArgumentException("not a size of a file in bytes `" + fileByteCountMax + "`");
        }
    }

    /// Returns these settings with another length of history.
    public SqliteSettings with(HistoryLimit otherHistory) {
        return new SqliteSettings(otherHistory, fileByteCountMax);
    }
}
