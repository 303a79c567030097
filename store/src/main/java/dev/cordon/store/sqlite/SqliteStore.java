package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Batch;
import dev.cordon.store.Contents;
import dev.cordon.store.History;
import dev.cordon.store.Outcome;
import dev.cordon.store.Reading;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.StoreUnavailableException.Trouble;
import dev.cordon.store.Watch;
import dev.cordon.store.backend.HeadSignal;
import dev.cordon.store.backend.PagedWatch;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// A store in the file `store.db` of a data folder, which one process has to itself.
///
/// Implementation note: one connection writes and a few others read, and neither waits for the
/// other. A commit is announced to watches only after SQLite has waited for the disk, and before
/// the next one begins.
public final class SqliteStore implements Store {

    private static final String FILE_NAME = "store.db";

    /// Reads at once; each holds a file open and a cache of up to 2 MB.
    private static final int READER_COUNT_MAX = 4;

    private final FolderLock folderLock;
    private final ConnectionPool<Writer> writer;
    private final ConnectionPool<Reader> readers;
    private final HeadSignal signal;

    private SqliteStore(FolderLock folderLock, StoreFile file, SqliteSettings settings) {
        this.folderLock = folderLock;
        this.signal = new HeadSignal(file.attempt("open", Revision.NONE, () -> prepare(file)));
        this.writer = new ConnectionPool<>(1, () -> Writer.open(file, settings));
        this.readers = new ConnectionPool<>(READER_COUNT_MAX, () -> Reader.open(file));
    }

    /// Opens the store of a folder, making both if there are none.
    ///
    /// @throws StoreUnavailableException if another store has the folder, or the file is damaged,
    ///     is no store or comes from a newer version
    public static SqliteStore open(Path folder, SqliteSettings settings) {
        try {
            Path real = PrivateFiles.makeFolder(folder);
            return open(FolderLock.take(real), real.resolve(FILE_NAME), settings);
        } catch (AccessDeniedException denied) {
            throw new StoreUnavailableException(
                    Trouble.INPUT_OUTPUT,
                    Revision.NONE,
                    "data folder `" + folder + "` cannot be used: permission denied at `" + denied.getFile() + "`",
                    denied);
        } catch (IOException failure) {
            throw unavailable("could not open data folder `" + folder + "`", Revision.NONE, failure);
        }
    }

    private static SqliteStore open(FolderLock lock, Path path, SqliteSettings settings) throws IOException {
        boolean opened = false;
        try {
            PrivateFiles.makeFile(path);
            SqliteStore store = new SqliteStore(lock, new StoreFile(path), settings);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /// Makes or checks the tables, and returns the head.
    private static Revision prepare(StoreFile file) throws SQLException {
        try (Connection connection = file.connect()) {
            Schema.prepare(file, connection);
            return new Bounds(connection).read().head();
        }
    }

    @Override
    public Revision head() {
        return readers.use(Reader::head).orElseThrow(SqliteStore::closed);
    }

    @Override
    public Outcome commit(Batch batch) {
        return writer.use(connection -> commit(connection, batch)).orElseThrow(SqliteStore::closed);
    }

    private Outcome commit(Writer connection, Batch batch) {
        Outcome outcome = connection.commit(batch);
        if (outcome instanceof Outcome.Committed(Revision revision)) {
            signal.moveTo(revision);
        }
        return outcome;
    }

    @Override
    public Contents readHead() {
        return readers.use(Reader::readHead).orElseThrow(SqliteStore::closed);
    }

    @Override
    public Reading read(Revision at) {
        return readers.use(reader -> reader.read(at)).orElseThrow(SqliteStore::closed);
    }

    @Override
    public Watch watch(Revision after) {
        if (signal.isClosed()) {
            throw closed();
        }
        return new PagedWatch(signal, after, seen -> historyIfOpen(seen, PagedWatch.PAGE_COUNT_MAX));
    }

    @Override
    public History history(Revision after, int countMax) {
        return historyIfOpen(after, countMax).orElseThrow(SqliteStore::closed);
    }

    private Optional<History> historyIfOpen(Revision after, int countMax) {
        return readers.use(reader -> reader.history(after, countMax));
    }

    /// Implementation note: what is opened here is closed from the last to the first, so the writer
    /// goes after the readers and, as the last connection, empties the log into the file.
    @Override
    public synchronized void close() {
        if (signal.isClosed()) {
            return;
        }
        try (folderLock;
                writer;
                readers) {
            signal.close();
        } catch (SQLException | IOException failure) {
            throw unavailable("could not close the store", signal.head(), failure);
        }
    }

    private static StoreUnavailableException unavailable(String what, Revision revision, Exception failure) {
        return new StoreUnavailableException(
                Trouble.INPUT_OUTPUT,
                revision,
                what + " at revision " + revision + ": " + failure.getMessage(),
                failure);
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the store is closed");
    }
}
