package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.LinuxKernel;
import dev.cordon.cli.lab.LabRun;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Transaction;
import dev.cordon.nft.ruleset.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every scenario in `examples` goes as it expects, with real packets, and the kernel takes the
/// ruleset beside it. What policy says of them is compared in `ExamplesTest`.
@RequiresRoot
final class ExamplesNetnsTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern CHAIN = Pattern.compile("add chain (inet|arp|bridge) cordon (\\S+)(?: \\{ (.*) })?");
    private static final Pattern RULE = Pattern.compile("add rule (inet|arp|bridge) cordon (\\S+) (.*)");

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void packetsDoWhatTheScenarioExpects(Path example) throws InterruptedException {
        StringWriter out = new StringWriter();
        boolean agreed = LabRun.of(example.resolve("scenario.yaml"), new PrintWriter(out))
                .play(LabRun.Form.TEXT, LabRun.Afterwards.TAKE_AWAY);
        assertTrue(agreed, out::toString);
    }

    /// Chains and rules are read back in the words of the file.
    @ParameterizedTest
    @MethodSource("examples")
    void theKernelHoldsTheRuleset(Path example) throws IOException {
        List<String> commands = Files.readAllLines(example.resolve("ruleset.nft"));
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            SortedMap<String, List<String>> held = namespace.call(() -> {
                try (LinuxKernel kernel = LinuxKernel.open()) {
                    kernel.apply(new Transaction(commands));
                    return chains(kernel.read());
                }
            });
            assertEquals(written(commands), held);
        }
    }

    private static SortedMap<String, List<String>> chains(Observed observed) {
        return switch (observed) {
            case Observed.Absent() -> new TreeMap<>();
            case Observed.Present(var listing) -> listing.chains();
            case Observed.Sheltered sheltered -> throw new IllegalStateException("sheltered from nobody");
            case Observed.Untouched untouched ->
                throw new IllegalStateException("was read, but is `" + untouched + "`");
        };
    }

    private static SortedMap<String, List<String>> written(List<String> commands) {
        SortedMap<String, List<String>> chains = new TreeMap<>();
        for (String command : commands) {
            Matcher chain = CHAIN.matcher(command);
            Matcher rule = RULE.matcher(command);
            if (chain.matches()) {
                chains.put(
                        name(chain),
                        Stream.ofNullable(chain.group(3)).collect(Collectors.toCollection(ArrayList::new)));
            } else if (rule.matches()) {
                chains.get(name(rule)).add(rule.group(3));
            }
        }
        return chains;
    }

    private static String name(Matcher command) {
        return Table.of(command.group(1) + " ").named(command.group(2));
    }
}
