package dev.cordon.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.store.Contents;
import dev.cordon.store.Store;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left when the end of the write-ahead log never reached the disk, as after a power
/// failure.
class SqliteTornLogTest {

    private static final int BATCH_COUNT = 30;
    private static final int TEAR_COUNT = 10;

    @TempDir
    private Path parent;

    @Test
    void tornLogLeavesTheCommitsBeforeTheTearAndNothingHalf() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("tear seed " + seed);
        Random random = new Random(seed);
        Path whole = parent.resolve("whole");
        try (Store store = SqliteStore.open(whole, CrashScript.SETTINGS)) {
            for (int count = 0; count < BATCH_COUNT; count++) {
                store.commit(CrashScript.batchAfter(store.head()));
            }
            for (int tear = 1; tear <= TEAR_COUNT; tear++) {
                Path torn = parent.resolve("torn-" + tear);
                copy(whole, torn);
                long byteCount = tearLog(torn, random);
                Contents left = contentsOf(torn);
                System.out.println("log torn at byte " + byteCount + ": head " + left.revision());
                assertThat(left).isEqualTo(CrashScript.contentsAt(left.revision()));
                assertThat(left.revision()).isLessThanOrEqualTo(store.head());
            }
        }
    }

    /// Another process copies: to close a file that SQLite has open in this one would drop its
    /// locks.
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("cp", "-r", from.toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private static long tearLog(Path folder, Random random) throws IOException {
        try (RandomAccessFile log =
                new RandomAccessFile(folder.resolve("store.db-wal").toFile(), "rw")) {
            long byteCount = random.nextLong(log.length());
            log.setLength(byteCount);
            return byteCount;
        }
    }

    private static Contents contentsOf(Path folder) {
        try (Store store = SqliteStore.open(folder, CrashScript.SETTINGS)) {
            return store.readHead();
        }
    }
}
