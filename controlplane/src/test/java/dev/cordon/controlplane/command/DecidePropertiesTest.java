package dev.cordon.controlplane.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecidePropertiesTest {

    private static final int COMMAND_COUNT = 1_500;

    /// Small enough to be met.
    private static final Quotas QUOTAS =
            new Quotas(3, 25, 2, 4, 3, 6).with(new Quotas.Lists(4, 2, 2)).with(new Quotas.Enis(3, 3));

    private static final PolicyState START = Sample.state(Stream.<Entity>of(
            new PrefixList(new PrefixListId("pl-4"), AddressFamily.IPV4, 3, List.of(), Sample.MADE),
            new PrefixList(new PrefixListId("pl-6"), AddressFamily.IPV6, 4, List.of(), Sample.MADE),
            new Vpc(new VpcId("vpc-0"), CidrBlock.of("10.0.0.0/16"), Sample.MADE),
            new VSwitch(new VSwitchId("vsw-0"), new VpcId("vpc-0"), CidrBlock.of("10.0.0.0/28"), "zone-b", Sample.MADE),
            Sample.group("sg-0", 0, GroupType.BASIC, Management.CUSTOMER),
            new PortList(new PortListId("prl-1"), 2, List.of(), Sample.MADE)));

    static LongStream seeds() {
        return LongStream.range(1, 13);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noChangeLeavesAReferenceThatLeadsNowhere(long seed) {
        PolicyState state = START;
        for (Change change : history(seed)) {
            state = state.apply(change);
            assertThat(Invariants.danglingReferences(state))
                    .as("after %s", change)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noDecisionExceedsAQuota(long seed) {
        PolicyState state = START;
        for (Command command : commands(seed)) {
            state = after(command, state);
            assertThat(Invariants.excesses(state, QUOTAS))
                    .as("after %s", command)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayOfTheChangesInOneBatchGivesTheSameState(long seed) {
        PolicyState decided = START;
        for (Command command : commands(seed)) {
            decided = after(command, decided);
        }
        assertThat(START.apply(history(seed))).isEqualTo(decided);
        assertThat(Sample.state(decided.objects())).isEqualTo(decided);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sameCommandAndStateGiveTheSameDecision(long seed) {
        PolicyState state = START;
        for (Command command : commands(seed)) {
            Decision decision = Decide.decide(command, state, QUOTAS);
            PolicyState rebuilt = Sample.state(state.objects());
            assertThat(Decide.decide(command, rebuilt, QUOTAS)).isEqualTo(decision);
            state = after(command, state);
        }
    }

    @Test
    void generatorReachesEveryCommandBothWays() {
        Map<String, Integer> seen = new TreeMap<>();
        seeds().forEach(seed -> {
            PolicyState state = START;
            for (Command command : commands(seed)) {
                String outcome =
                        Decide.decide(command, state, QUOTAS).getClass().getSimpleName();
                seen.merge(command.getClass().getSimpleName() + " " + outcome, 1, Integer::sum);
                state = after(command, state);
            }
        });
        assertThat(seen).hasSize(2 * Command.class.getPermittedSubclasses().length);
    }

    private static List<Command> commands(long seed) {
        RandomCommands random = new RandomCommands(new Random(seed));
        return Stream.generate(random::next).limit(COMMAND_COUNT).toList();
    }

    private static List<Change> history(long seed) {
        List<Change> history = new ArrayList<>();
        PolicyState state = START;
        for (Command command : commands(seed)) {
            List<Change> changes = changes(command, state);
            history.addAll(changes);
            state = state.apply(changes);
        }
        return history;
    }

    private static PolicyState after(Command command, PolicyState state) {
        return state.apply(changes(command, state));
    }

    private static List<Change> changes(Command command, PolicyState state) {
        return switch (Decide.decide(command, state, QUOTAS)) {
            case Decision.Accepted(var changes, var answer) -> changes;
            case Decision.Rejected(var rejection) -> List.of();
        };
    }
}
