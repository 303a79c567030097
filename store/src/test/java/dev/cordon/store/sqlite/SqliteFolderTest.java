package dev.cordon.store.sqlite;

import static dev.cordon.store.contract.Fixtures.commit;
import static dev.cordon.store.contract.Fixtures.delete;
import static dev.cordon.store.contract.Fixtures.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cordon.model.state.Revision;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Outcome.Committed;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.StoreUnavailableException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a data folder may look like, and what an operator is told where it is wrong.
class SqliteFolderTest {

    private static final SqliteSettings SMALL_FILE = new SqliteSettings(HistoryLimit.DEFAULT, 256 << 10);

    @TempDir
    private Path parent;

    private Path folder;
    private Path file;

    @BeforeEach
    void nameFolder() throws IOException {
        parent = parent.toRealPath();
        folder = parent.resolve("data");
        file = folder.resolve("store.db");
    }

    private Store open() {
        return SqliteStore.open(folder, SqliteSettings.DEFAULT);
    }

    private StoreUnavailableException refusal() {
        return catchThrowableOfType(StoreUnavailableException.class, () -> open().close());
    }

    private void makeStore() {
        try (Store store = open()) {
            for (int number = 0; number < 50; number++) {
                store.commit(commit(number, put("key/" + number, "value-".repeat(100) + number)));
            }
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void folderAndFilesAreTheirOwnersAlone() throws IOException {
        try (Store store = open()) {
            store.commit(commit(0, put("a", "one")));
            assertThat(modes(parent)).isEqualTo(Map.of("data", "rwx------"));
            assertThat(modes(folder))
                    .isEqualTo(Map.of(
                            "store.db", "rw-------",
                            "store.db-shm", "rw-------",
                            "store.db-wal", "rw-------",
                            "store.lock", "rw-------"));
        }
        assertThat(modes(folder)).isEqualTo(Map.of("store.db", "rw-------", "store.lock", "rw-------"));
    }

    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path path : files.toList()) {
                modes.put(
                        path.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return modes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?cache=shared", "a b#c%20d", "\u4e2d\u6587", "file:x", "one/two/three"})
    void folderOfAnyNameIsUsed(String name) {
        folder = parent.resolve(name);
        file = folder.resolve("store.db");
        makeStore();
        assertThat(file).isNotEmptyFile();
        try (Store store = open()) {
            assertThat(store.head()).isEqualTo(new Revision(50));
        }
    }

    @Test
    void secondStoreOfTheSameProcessIsRefused() {
        try (Store store = open()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                StoreUnavailableException refusal = refusal();
                assertThat(refusal.trouble()).isEqualTo(Trouble.IN_USE);
                assertThat(refusal)
                        .hasMessage("data folder `%s` is in use by process %d, which holds `%s`: stop that process, "
                                .concat("or choose another data folder")
                                .formatted(folder, ProcessHandle.current().pid(), folder.resolve("store.lock")));
            }
            assertThat(store.commit(commit(0, put("a", "one")))).isEqualTo(new Committed(new Revision(1)));
        }
        try (Store next = open()) {
            assertThat(next.head()).isEqualTo(new Revision(1));
        }
    }

    @Test
    void folderThatIsAFileIsRefused() throws IOException {
        Files.writeString(folder, "not a folder");
        assertThat(refusal().trouble()).isEqualTo(Trouble.INPUT_OUTPUT);
        assertThat(refusal()).hasMessageContaining("`" + folder + "`");
    }

    @Test
    void fileOfAnotherKindIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(file, "not a database, but long enough to be taken for one ".repeat(100));
        byte[] before = Files.readAllBytes(file);
        assertThat(refusal().trouble()).isEqualTo(Trouble.CORRUPT);
        assertThat(refusal()).hasMessageContaining("`" + file + "` is damaged or no store");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void databaseOfAnotherProgramIsRefusedAndLeftAlone() throws IOException, SQLException {
        Files.createDirectory(folder);
        execute("CREATE TABLE other (id INTEGER)");
        byte[] before = Files.readAllBytes(file);
        assertThat(refusal().trouble()).isEqualTo(Trouble.CORRUPT);
        assertThat(refusal())
                .hasMessage("store file `" + file + "` is not a store of cordon: choose another data folder");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void fileOfANewerVersionIsRefusedAndLeftAlone() throws IOException, SQLException {
        makeStore();
        execute("PRAGMA user_version = 2");
        byte[] before = Files.readAllBytes(file);
        assertThat(refusal().trouble()).isEqualTo(Trouble.NEWER_SCHEMA);
        assertThat(refusal())
                .hasMessage("store file `" + file + "` has schema version 2, and this version of cordon knows up to 1"
                        + ": run the newer version");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void damagedFileIsRefused() throws IOException {
        makeStore();
        byte[] bytes = Files.readAllBytes(file);
        int pageByteCount = 4096;
        for (int place = pageByteCount; place < bytes.length; place += 7) {
            bytes[place] ^= 0x55;
        }
        Files.write(file, bytes);
        assertThat(refusal().trouble()).isEqualTo(Trouble.CORRUPT);
        assertThat(refusal()).hasMessageContaining("`" + file + "`");
    }

    @Test
    void fileThatLacksARevisionIsRefused() throws SQLException {
        makeStore();
        execute("DELETE FROM change WHERE revision = 17");
        assertThat(refusal().trouble()).isEqualTo(Trouble.CORRUPT);
        assertThat(refusal())
                .hasMessage("store file `" + file + "` lacks revisions in the middle: put a copy of it back");
    }

    @Test
    void onlyVersionsThatCanBeAskedForAreKept() throws SQLException {
        try (Store store = SqliteStore.open(folder, SqliteSettings.DEFAULT.with(new HistoryLimit(5)))) {
            for (int number = 0; number < 60; number += 2) {
                store.commit(commit(number, put("key/" + number % 8, "value-" + number)));
                store.commit(commit(number + 1, delete("key/" + number % 8)));
            }
        }
        // the last five revisions wrote one key each, and the oldest that can be read holds one more
        assertThat(number("SELECT count(*) FROM change")).isEqualTo(5);
        assertThat(number("SELECT count(*) FROM version")).isEqualTo(5 + 1);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void fullFileRefusesCommitsAndStaysReadable() {
        String large = "x".repeat(100 << 10);
        try (Store store = SqliteStore.open(folder, SMALL_FILE)) {
            store.commit(commit(0, put("a", large)));
            for (int attempt = 0; attempt < 2; attempt++) {
                StoreUnavailableException refusal = catchThrowableOfType(
                        StoreUnavailableException.class, () -> store.commit(commit(1, put("b", large + large))));
                assertThat(refusal.trouble()).as(refusal.toString()).isEqualTo(Trouble.FULL);
                assertThat(refusal.revision()).isEqualTo(new Revision(1));
                assertThat(refusal)
                        .hasMessageContaining("could not commit request `request-1` at revision 1: store file `" + file
                                + "` cannot grow: make room on the disk, or raise the limit of the file");
            }
            assertThat(store.head()).isEqualTo(new Revision(1));
            assertThat(store.commit(commit(1, put("c", "small")))).isEqualTo(new Committed(new Revision(2)));
        }
        try (Store store = open()) {
            assertThat(store.commit(commit(2, put("b", large + large)))).isEqualTo(new Committed(new Revision(3)));
        }
    }
}
