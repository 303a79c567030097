package dev.cordon.conformance.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.client.CordonClient;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.wire.state.StateAt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Many clients that create, authorise, join, leave, revoke and delete at random until the node is
/// killed under them, and what is there when it is up again.
class ConcurrentClientsTest {

    private static final int CLIENT_COUNT = 64;

    /// `-Dcordon.concurrency.seconds=N`: how long they write.
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("cordon.concurrency.seconds", 10));

    @TempDir
    private Path folder;

    @Test
    void answeredWritesAreThereAndTheStateIsItsHistory() {
        Seeds.forEach(1, this::writeUntilKilled);
    }

    private void writeUntilKilled(Chance chance) {
        try (NodeProcess node = NodeProcess.start(folder)) {
            Writers writers = Writers.of(CLIENT_COUNT, node, chance);
            writers.writeUntilKilled(node, TIME);
            System.out.println(writers.report());
            assertThat(writers.answered()).isNotEmpty();
            node.startAgain();
            writers.settle(node.client());
            StateAt shown = node.client().state();
            Map<String, Revision> log = log(node.client());
            node.terminate();
            ReplayedHistory history = ReplayedHistory.of(node.data());
            assertEquals(shown, new StateAt(history.revision(), history.state()));
            assertEquals(history.revision().number(), log.size(), "each commit has a line of its own");
            assertThat(missing(writers.answered(), log, history)).isEmpty();
        }
    }

    /// Returns the revisions of the audit log by the requests that they are of.
    private static Map<String, Revision> log(CordonClient client) {
        Map<String, Revision> log = new HashMap<>();
        Revision reached = Revision.NONE;
        for (JsonNode lines = lines(client, reached); !lines.isEmpty(); lines = lines(client, reached)) {
            for (JsonNode line : lines) {
                reached = new Revision(line.path("revision").asLong());
                log.put(line.path("requestId").asString(), reached);
            }
        }
        return log;
    }

    private static JsonNode lines(CordonClient client, Revision after) {
        return client.ask("log", new TreeMap<>(Map.of("after", after.toString())))
                .path("changes");
    }

    /// Returns the answered writes of which the log or the history does not know, or knows
    /// something else.
    private static List<Answered> missing(List<Answered> writes, Map<String, Revision> log, ReplayedHistory history) {
        List<Answered> missing = new ArrayList<>();
        for (Answered write : writes) {
            boolean isThere = log.containsKey(write.requestId())
                    ? isOf(write, history.commit(log.get(write.requestId())))
                    : write.mayHaveChangedNothing();
            if (!isThere) {
                missing.add(write);
            }
        }
        return missing;
    }

    private static boolean isOf(Answered write, CommittedChange commit) {
        String writes = commit.writes().toString();
        return commit.audit().requestId().equals(write.requestId())
                && commit.audit().action().equals(write.call().act().action())
                && write.mentioned().stream().allMatch(writes::contains);
    }
}
