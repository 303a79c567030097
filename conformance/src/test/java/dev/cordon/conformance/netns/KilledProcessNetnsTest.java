package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.Ended;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.plan.Observed;
import dev.cordon.wire.state.StateAt;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole product as a process that is killed while writes are running and packets are sent:
/// no acknowledged write is lost, nothing opens in between, and the kernel converges to what is
/// stored.
@RequiresRoot
final class KilledProcessNetnsTest {

    private static final int ROUND_COUNT = 5;
    private static final int WRITE_COUNT_MIN = 5;
    private static final int DELAY_MICROS_MAX = 300_000;
    private static final int DATAGRAM_COUNT = 50;
    private static final int ADMITTED = 5_353;
    private static final int DENIED = 5_354;

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedWriteAndNeverOpens() {
        Seeds.forEach(1, this::killAgainAndAgain);
    }

    private void killAgainAndAgain(Chance chance) {
        try (TwoGuests guests = new TwoGuests();
                UpProcess up = UpProcess.start(guests.host, folder)) {
            GuardedPair pair = up.ask(client -> GuardedPair.make(client, guests));
            up.ask(client -> admit(pair, client, ADMITTED));
            guests.alias("tap1", pair.first().value());
            guests.alias("tap2", pair.second().value());
            awaitConverged(up);
            try (Traffic traffic = Traffic.between(guests)) {
                RecordedWrites writes = new RecordedWrites(pair, chance);
                for (int round = 1; round <= ROUND_COUNT; round++) {
                    kill(up, guests.host, writes, chance);
                    traffic.awaitMore("while no process was there, round " + round);
                    up.startAgain();
                    writes.compareWith(awaitConverged(up).state());
                    assertEquals(kernelTable(guests.host), shownTable(up, pair));
                    traffic.awaitMore("after the start, round " + round);
                }
                traffic.showsThatItWouldBeSeen(() -> up.ask(client -> admit(pair, client, DENIED)));
            }
        }
    }

    private static boolean admit(GuardedPair pair, CordonClient client, int port) {
        pair.rule(client, "AuthorizeSecurityGroup", "UDP", port);
        return true;
    }

    /// Kills the process at some moment while writes are running.
    private static void kill(UpProcess up, NetworkNamespace host, RecordedWrites writes, Chance chance) {
        long before = writes.count();
        CompletableFuture<Boolean> writer = new CompletableFuture<>();
        Thread writing = host.start("writer", () -> {
            try {
                writer.complete(up.ask(writes::writeUntilTheEnd));
            } catch (RuntimeException failure) {
                writer.completeExceptionally(failure);
            }
        });
        Eventually.holds(
                "writes are acknowledged", () -> writer.isDone() || writes.count() >= before + WRITE_COUNT_MIN);
        LockSupport.parkNanos(chance.between(0, DELAY_MICROS_MAX) * 1_000L);
        up.kill();
        assertTrue(writer.join());
        System.out.println("killed after " + (writes.count() - before) + " acknowledged writes");
        assertEquals(true, joined(writing));
    }

    private static boolean joined(Thread thread) {
        Eventually.holds("the writer has ended", () -> !thread.isAlive());
        return true;
    }

    /// Waits until the kernel holds what is stored, for both links.
    private static StateAt awaitConverged(UpProcess up) {
        StateAt stored = up.ask(CordonClient::state);
        Eventually.holds("revision " + stored.revision() + " is enforced on both links", () -> {
            JsonNode host = up.ask(client -> client.ask("hosts", new TreeMap<>()))
                    .path("hosts")
                    .path(0);
            return host.path("revision").longValue() == stored.revision().number()
                    && host.path("links").size() == 2;
        });
        return stored;
    }

    private static Observed kernelTable(NetworkNamespace namespace) {
        return namespace.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return Observed.read(nft.run("list table inet cordon"));
            }
        });
    }

    /// Returns the table that `cordon show ruleset` describes, as an empty kernel takes it. The
    /// command makes link names up, and says so.
    private static Observed shownTable(UpProcess up, GuardedPair pair) {
        Ended shown = up.command("show", "ruleset");
        assertEquals(0, shown.exitCode(), shown.err());
        String text = linked(linked(shown.out(), pair.first(), "tap1"), pair.second(), "tap2");
        try (NetworkNamespace empty = NetworkNamespace.create()) {
            empty.call(() -> {
                try (NftContext nft = NftContext.open()) {
                    return nft.run(text);
                }
            });
            return kernelTable(empty);
        }
    }

    private static String linked(String text, EniId eni, String link) {
        String madeUp = text.replaceAll("(?s).*\"(guest\\d+)\" : jump " + eni.value() + "/egress.*", "$1");
        return text.replace('"' + madeUp + '"', '"' + link + '"');
    }

    /// What is sent all the time: something that a rule admits, and what none does in either
    /// direction.
    private record Traffic(DatagramStream admitted, DatagramStream denied, DatagramStream back)
            implements AutoCloseable {

        static Traffic between(TwoGuests guests) {
            return new Traffic(
                    DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, ADMITTED),
                    DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, DENIED),
                    DatagramStream.start(guests.second, guests.first, TwoGuests.FIRST, ADMITTED));
        }

        /// Waits for more traffic, of which only what is admitted may have arrived.
        void awaitMore(String when) {
            long arrived = admitted.arrived();
            long sent = denied.sent();
            long sentBack = back.sent();
            Eventually.holds(
                    "datagrams pass " + when,
                    () -> admitted.arrived() >= arrived + DATAGRAM_COUNT
                            && denied.sent() >= sent + DATAGRAM_COUNT
                            && back.sent() >= sentBack + DATAGRAM_COUNT);
            assertEquals(0, denied.arrived(), when);
            assertEquals(0, back.arrived(), when);
        }

        /// Had anything been open, the sinks would have told.
        void showsThatItWouldBeSeen(Runnable admits) {
            admits.run();
            Eventually.holds("what is admitted arrives", () -> denied.arrived() > 0);
        }

        @Override
        public void close() {
            admitted.close();
            denied.close();
            back.close();
        }
    }
}
