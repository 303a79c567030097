package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.CommandProcess;
import dev.cordon.cli.Ended;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab as a process, started in a namespace that stands for the machine: however it ends, no
/// namespace, link, table, process or file is left.
@RequiresRoot
final class LabLeavesNothingNetnsTest {

    private static final int INTERRUPTED = 130;
    private static final int ROUND_COUNT = 4;
    private static final int DELAY_MILLIS_MAX = 1_500;

    private static final String SCENARIO = """
            title: what goes wrong
            network: 192.0.2.0/24
            groups:
              Open: {intra: Accept}
            instances:
              one: {address: 192.0.2.11, groups: [Open]}
              two: {address: 192.0.2.12, groups: [Open]}
            acts:
              - title: only act
                calls:
                  - {action: ModifySecurityGroupPolicy, SecurityGroupId: %s, InnerAccessPolicy: Drop}
                expect:
                  - {from: one, to: two, probes: [udp/53], packets: %s}
            """;

    @TempDir
    private Path folder;

    private final NetworkNamespace machine = NetworkNamespace.create();

    /// The lab's own API listens on the loopback of the machine.
    @BeforeEach
    void prepare() {
        TwoGuests.in(machine, "link set lo up");
    }

    @AfterEach
    void takeAway() {
        machine.close();
    }

    @Test
    void anInterruptedDemo() {
        Seeds.forEach(ROUND_COUNT, this::interrupt);
    }

    /// Interrupts while the virtual machine starts, while the lab is built, or during an act.
    private void interrupt(Chance chance) {
        try (CommandProcess demo = start("demo")) {
            if (chance.oneIn(2)) {
                demo.awaitLine(chance.of(
                        "the case table",
                        "(a) Group2 is isolated too," + " so ECS1 and ECS2 lose what connected them"));
            }
            LockSupport.parkNanos(chance.between(0, DELAY_MILLIS_MAX) * 1_000_000L);
            Set<String> held = namespacesOf(demo.pid());
            demo.signal("INT");
            Ended ended = demo.awaitEnd();
            assertEquals(INTERRUPTED, ended.exitCode(), ended.err());
            assertEquals("", ended.err());
            nothingIsLeft(demo.pid(), held);
        }
    }

    @Test
    void aDemoThatAgrees() {
        try (CommandProcess demo = start("demo", "-o", "json")) {
            Ended ended = demo.awaitEnd();
            assertEquals(0, ended.exitCode(), ended.err() + ended.out());
            assertEquals(true, ended.json().path("agreed").booleanValue());
            assertEquals(
                    List.of("agreed", "ids", "acts"), List.copyOf(ended.json().propertyNames()));
            assertEquals(5, ended.json().path("acts").size());
            nothingIsLeft(demo.pid(), Set.of());
        }
    }

    @Test
    void aScenarioThatDoesNotAgree() throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO.formatted("Open", "pass"));
        try (CommandProcess lab = start("lab", "run", file.toString())) {
            Ended ended = lab.awaitEnd();
            assertEquals(1, ended.exitCode(), ended.err());
            assertTrue(ended.out().contains("WRONG, expected to pass"), ended.out());
            nothingIsLeft(lab.pid(), Set.of());
        }
    }

    @Test
    void anActThatFails() throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO.formatted("sg-none", "stop"));
        try (CommandProcess lab = start("lab", "run", file.toString())) {
            Ended ended = lab.awaitEnd();
            assertEquals(3, ended.exitCode(), ended.err());
            assertTrue(ended.err().startsWith("cordon: InvalidSecurityGroupId.NotFound: "), ended.err());
            assertEquals(1, ended.err().lines().count());
            nothingIsLeft(lab.pid(), Set.of());
        }
    }

    @Test
    void aBenchmarkOfLatency() {
        try (CommandProcess bench = start("bench", "latency", "--changes", "4", "-o", "json")) {
            Ended ended = bench.awaitEnd();
            assertEquals(0, ended.exitCode(), ended.err());
            assertEquals(
                    List.of("all", "opening", "closing", "probeIntervalMicros"),
                    List.copyOf(ended.json().propertyNames()));
            assertEquals(4, ended.json().path("all").path("count").intValue());
            nothingIsLeft(bench.pid(), Set.of());
        }
    }

    private CommandProcess start(String... arguments) {
        return machine.call(() -> CommandProcess.start(folder, arguments));
    }

    private void nothingIsLeft(long pid, Set<String> namespaces) {
        assertEquals(List.of(), names(CommandProcess.temporary(folder)), "files");
        assertEquals(List.of("lo"), links());
        assertEquals("", ruleset());
        Eventually.holds(
                "no process of the lab is there", () -> processesOf(pid).isEmpty());
        Eventually.holds(
                "no process holds a namespace of the lab",
                () -> holders(namespaces).isEmpty());
    }

    private List<String> links() {
        return machine.call(() -> Files.readAllLines(Path.of("/proc/thread-self/net/dev"))).stream()
                .filter(line -> line.contains(":"))
                .map(line -> line.substring(0, line.indexOf(':')).strip())
                .toList();
    }

    private String ruleset() {
        return machine.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run("list ruleset");
            }
        });
    }

    /// Processes of the lab, and those that it has started, know the folder by their environment.
    private List<ProcessHandle> processesOf(long pid) {
        String mark = "XDG_STATE_HOME=" + folder;
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() == pid
                        || text(Path.of("/proc/" + process.pid() + "/environ")).contains(mark))
                .toList();
    }

    /// Returns the network namespaces that a process holds open, but for its own.
    private static Set<String> namespacesOf(long pid) {
        String own = link(Path.of("/proc/" + pid + "/ns/net")).orElse("");
        return descriptors(pid).filter(target -> !target.equals(own)).collect(Collectors.toSet());
    }

    private static List<Long> holders(Set<String> namespaces) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> Stream.concat(descriptors(pid), link(Path.of("/proc/" + pid + "/ns/net")).stream())
                        .anyMatch(namespaces::contains))
                .toList();
    }

    private static Stream<String> descriptors(long pid) {
        return names(Path.of("/proc/" + pid + "/fd")).stream()
                .flatMap(name -> link(Path.of("/proc/" + pid + "/fd/" + name)).stream())
                .filter(target -> target.startsWith("net:["));
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
