package dev.cordon.ecs.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Caller;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.memory.MemoryStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of the operations say what is documented: nothing is missing, nothing is of another
/// kind or in another place.
class OperationTablesTest {

    private static final Desk DESK = new Desk(
            ControlPlane.open(new MemoryStore(HistoryLimit.DEFAULT), Quotas.DEFAULT),
            RandomGenerator.getDefault(),
            InstantSource.system(),
            "cn-hangzhou");

    /// Lists of both products take a page and a token here, whichever of the two is documented.
    private static final Set<String> PAGING = Set.of("MaxResults", "NextToken", "PageNumber", "PageSize");

    /// Documented within `Permissions` alone, and taken outside as well.
    private static final Map<String, Set<String>> MORE = Map.of(
            "AuthorizeSecurityGroup", Set.of("PortRangeListId"),
            "AuthorizeSecurityGroupEgress", Set.of("PortRangeListId"),
            "RevokeSecurityGroup", Set.of("PortRangeListId"),
            "RevokeSecurityGroupEgress", Set.of("PortRangeListId"));

    static Stream<Operation> operations() {
        return Actions.operations(DESK);
    }

    private static Documented documented(Operation operation) {
        return Documented.of(operation.name(), operation.version())
                .or(() -> Documented.of(operation.name(), Versions.VPC))
                .orElseThrow(() -> new AssertionError(operation.name() + " is not documented"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyDocumentedParameterIsKnown(Operation operation) {
        Takes takes = operation.takes();
        assertThat(documented(operation).parameters()).allSatisfy(line -> {
            String path = line.substring(0, line.indexOf(' '));
            boolean ignored = takes.ignored().stream().anyMatch(pattern -> Takes.fits(pattern, path));
            boolean read = line.equals(path + " " + takes.read().get(path));
            assertThat(ignored || read || Takes.isCommon(path)).as(line).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyKnownParameterIsDocumented(Operation operation) {
        List<String> documented = documented(operation).parameters();
        Set<String> more = MORE.getOrDefault(operation.name(), Set.of());
        operation
                .takes()
                .read()
                .forEach((path, kind) -> assertThat(
                                documented.contains(path + " " + kind) || PAGING.contains(path) || more.contains(path))
                        .as(path)
                        .isTrue());
        assertThat(operation.takes().ignored())
                .allSatisfy(pattern -> assertThat(documented)
                        .anyMatch(line -> Takes.fits(pattern, line.substring(0, line.indexOf(' ')))));
    }

    /// What is read without being declared stops the process, so it must not take a rare call to
    /// find out.
    @ParameterizedTest
    @MethodSource("operations")
    void nothingIsReadThatIsNotDeclared(Operation operation) {
        TreeMap<String, String> all = new TreeMap<>();
        documented(operation).parameters().forEach(line -> {
            String path = line.substring(0, line.indexOf(' ')).replace(".N", ".1");
            all.put(path, line.endsWith("FLAG") ? "false" : line.endsWith("NUMBER") ? "1" : "text-1");
        });
        run(operation, new TreeMap<>());
        run(operation, all);
        for (String name : all.keySet()) {
            TreeMap<String, String> without = new TreeMap<>(all);
            without.remove(name);
            run(operation, without);
            run(operation, new TreeMap<>(Map.of(name, all.get(name))));
        }
    }

    private static void run(Operation operation, TreeMap<String, String> parameters) {
        assertThat(operation.run(new EcsRequest("request", operation.name(), Caller.local("key"), parameters)))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyDocumentedFieldIsAnswered(Operation operation) {
        assertThat(operation.answers().outline())
                .doesNotHaveDuplicates()
                .containsAll(documented(operation).fields().stream()
                        .filter(line -> !line.equals("RequestId TEXT"))
                        .toList());
    }
}
