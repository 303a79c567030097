package dev.cordon.conformance.netns.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// *Fail-static*: an agent that is killed at any instruction, again and again, costs no packet of
/// an allowed session and lets no other one through; nor does an agent of another build that takes
/// over.
@RequiresRoot
final class FailStaticNetnsTest {

    /// `-Dcordon.kills=N`: each costs a second, the start of a process. A hundred are tried now and
    /// then.
    private static final int KILL_COUNT = Integer.getInteger("cordon.kills", 40);

    private static final int TAKE_OVER_COUNT = 3;

    /// A first pass takes half a second, with all the loading; each later one some milliseconds.
    private static final int FIRST_PASS_MICROS = 500_000;

    private static final int LATER_PASSES_MICROS = 30_000;
    private static final int GUEST_COUNT = 2;

    /// Processes that are starting while another one runs.
    private static final int STARTING_COUNT = 2;

    private static final long PACKETS_PER_KILL = 20;

    @Test
    void killedAgainAndAgainItNeitherCutsNorOpens() {
        Seeds.forEach(1, FailStaticNetnsTest::killAgainAndAgain);
    }

    private static void killAgainAndAgain(Chance chance) {
        Deque<AgentProcess> starting = new ArrayDeque<>();
        try (TapHost host = host();
                SteadyTraffic traffic = begin(host)) {
            for (int i = 0; i < KILL_COUNT && traffic.complaints().isEmpty(); i++) {
                while (starting.size() < STARTING_COUNT) {
                    starting.add(AgentProcess.start(host.namespace()));
                }
                try (AgentProcess agent = starting.remove()) {
                    boolean early = chance.oneIn(4);
                    agent.go(early ? 0 : 1);
                    int delayMicros = chance.between(0, early ? FIRST_PASS_MICROS : LATER_PASSES_MICROS);
                    LockSupport.parkNanos(delayMicros * 1_000L);
                }
                traffic.awaitMore(PACKETS_PER_KILL);
            }
            traffic.end();
            System.out.println("fail-static: " + KILL_COUNT + " kills, " + traffic);
            assertEquals(List.of(), traffic.complaints());
        } finally {
            starting.forEach(AgentProcess::close);
        }
    }

    @Test
    void anotherBuildTakesOverWithoutLosingAPacket() {
        try (TapHost host = host();
                SteadyTraffic traffic = begin(host)) {
            for (int i = 0; i < TAKE_OVER_COUNT; i++) {
                leaveAsAnotherBuildWould(host);
                traffic.awaitMore(PACKETS_PER_KILL);
                try (AgentProcess agent = AgentProcess.start(host.namespace())) {
                    agent.go(1);
                }
                assertTrue(!table(host).contains("another build"), "the table is ours again");
                traffic.awaitMore(PACKETS_PER_KILL);
            }
            traffic.end();
            assertEquals(List.of(), traffic.complaints());
        }
    }

    /// Changes every chain of ours into one that means the same and reads otherwise.
    private static void leaveAsAnotherBuildWould(TapHost host) {
        StringBuilder commands = new StringBuilder();
        table(host)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("chain ") && line.contains("/"))
                .map(line -> line.split(" ")[1])
                .forEach(chain -> commands.append("insert rule inet cordon ")
                        .append(chain)
                        .append(" counter comment \"another build\"\n"));
        host.nft(commands.toString());
    }

    private static String table(TapHost host) {
        return host.nft("list table inet cordon");
    }

    /// Has an agent enforce the policy once, and begins the traffic.
    private static SteadyTraffic begin(TapHost host) {
        try (AgentProcess first = AgentProcess.start(host.namespace())) {
            first.go(1);
        }
        return SteadyTraffic.start(host);
    }

    private static TapHost host() {
        TapHost host = new TapHost(GUEST_COUNT);
        host.bindGuests(GUEST_COUNT);
        return host;
    }
}
