package dev.cordon.bench.engine;

import dev.cordon.bench.draw.Names;
import dev.cordon.bench.workload.Network;
import dev.cordon.bench.workload.WorkloadSize;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One change: a new compiled policy, and the view of a host that it touches.
///
/// The changes are `membership`, an ENI that leaves one of its groups and joins it again, and
/// `rule`, a rule that is taken out and put back. Each ENI and group is drawn alike, so large and
/// small groups are touched as often as they come.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChangeBenchmark {

    private static final int STEP_COUNT = 4_096;
    private static final long SEED = 23;

    @Param({"stage-b"})
    public String size = "";

    @Param({"membership", "rule"})
    public String change = "";

    /// A change and an ENI that it touches.
    private record Step(Change change, Eni touched) {}

    private Decider decider = Decider.compiled(PolicyState.EMPTY);
    private final List<Step> steps = new ArrayList<>();
    private int next;

    @Setup
    public void setUp() {
        Network network = Network.of(WorkloadSize.named(size));
        decider = Decider.compiled(network.state());
        SplittableRandom random = new SplittableRandom(SEED);
        while (steps.size() < STEP_COUNT) {
            Eni eni = network.state()
                    .eni(Names.eni(random.nextInt(network.size().eniCount())))
                    .orElseThrow();
            addSteps(eni, network.state(), random);
        }
    }

    private void addSteps(Eni eni, PolicyState state, SplittableRandom random) {
        var group = eni.groups().get(random.nextInt(eni.groups().size()));
        if (change.equals("membership") && eni.groups().size() > 1) {
            steps.add(new Step(new Put(eni.leaving(group)), eni));
            steps.add(new Step(new Put(eni), eni));
        }
        if (change.equals("rule")) {
            List<Rule> rules = state.rulesOf(group);
            Rule rule = rules.get(random.nextInt(rules.size()));
            steps.add(new Step(new Delete(rule.id()), eni));
            steps.add(new Step(new Put(rule), eni));
        }
    }

    @Benchmark
    public HostView one() {
        Step step = steps.get(next);
        next = (next + 1) % STEP_COUNT;
        decider = decider.apply(List.of(step.change));
        return decider.view(List.of(step.touched.id()));
    }
}
