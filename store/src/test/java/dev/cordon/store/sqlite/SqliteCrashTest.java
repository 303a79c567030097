package dev.cordon.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.History;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.StoreUnavailableException.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a store whose process gets SIGKILL in the middle of its work.
@Timeout(120)
class SqliteCrashTest {

    private static final int KILL_COUNT = 5;
    private static final int ACKNOWLEDGED_BEFORE_KILL_MAX = 400;

    @TempDir
    private Path parent;

    @Test
    void killedProcessLeavesEveryAcknowledgedCommitAndNothingHalf() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("crash seed " + seed);
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILL_COUNT; kill++) {
            Revision acknowledged = commitUntilKilled(1 + random.nextInt(ACKNOWLEDGED_BEFORE_KILL_MAX));
            try (Store store = SqliteStore.open(folder(), CrashScript.SETTINGS)) {
                System.out.println("kill " + kill + ": acknowledged " + acknowledged + ", head " + store.head());
                assertThat(store.head())
                        .isIn(acknowledged, CrashScript.batchAfter(acknowledged).revision());
                assertThat(store.readHead()).isEqualTo(CrashScript.contentsAt(store.head()));
                assertThat(keptHistory(store)).isEqualTo(expectedHistory(store.head()));
            }
        }
    }

    @Test
    void folderOfALivingProcessIsRefusedAndThatOfADeadOneIsNot() throws Exception {
        Process process = start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("0");
            StoreUnavailableException refusal = catchThrowableOfType(
                    StoreUnavailableException.class,
                    () -> SqliteStore.open(folder(), CrashScript.SETTINGS).close());
            assertThat(refusal.trouble()).isEqualTo(Trouble.IN_USE);
            assertThat(refusal).hasMessageContaining("is in use by process " + process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }
        SqliteStore.open(folder(), CrashScript.SETTINGS).close();
    }

    private Path folder() {
        return parent.resolve("data");
    }

    /// Returns the last revision that the process has seen acknowledged.
    private Revision commitUntilKilled(int lineCount) throws IOException, InterruptedException {
        Process process = start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            output.lines().limit(lineCount).forEach(lines::add);
            killButLeaveOutputReadable(process);
            output.lines().forEach(lines::add);
        }
        assertThat(lines).as(() -> errors()).hasSizeGreaterThanOrEqualTo(lineCount);
        return new Revision(Long.parseLong(lines.getLast()));
    }

    /// Killing through [Process] would close the stream with what the process still said.
    private static void killButLeaveOutputReadable(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /// Its temporary files go where they are swept up: it has no chance to do so itself.
    private Process start() throws IOException {
        Path temporary = Files.createDirectories(parent.resolve("tmp"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitUntilKilled.class.getName(),
                        folder().toString())
                .redirectError(parent.resolve("errors").toFile())
                .start();
    }

    private String errors() {
        try {
            return Files.readString(parent.resolve("errors"));
        } catch (IOException failure) {
            return failure.getMessage();
        }
    }

    private static List<CommittedChange> keptHistory(Store store) {
        long oldest = Math.max(
                0, store.head().number() - CrashScript.SETTINGS.history().revisionCount());
        return switch (store.history(new Revision(oldest), History.COUNT_MAX)) {
            case History.Changes(List<CommittedChange> oldestFirst) -> oldestFirst;
            case OutOfHistory lost -> throw new AssertionError("history after " + oldest + ": " + lost);
        };
    }

    private static List<CommittedChange> expectedHistory(Revision head) {
        long oldest = Math.max(0, head.number() - CrashScript.SETTINGS.history().revisionCount());
        return LongStream.range(oldest, head.number())
                .mapToObj(number -> CrashScript.commitAfter(number).committed())
                .toList();
    }
}
