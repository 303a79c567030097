package dev.cordon.bench.classbench;

import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.draw.Names;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.state.PolicyState;
import java.util.Locale;

/// A rule set as the rules of one ENI, with a trace: what the engine and its peers are both given.
public record RuleCase(PolicyState state, FlowTable flows) {

    public static final int FLOW_COUNT = 1 << 20;

    /// Flows that are decided in one call of a benchmark; the table is a whole number of slices.
    public static final int SLICE_LENGTH = 1_024;

    /// No rules and no flows.
    public static final RuleCase NONE = new RuleCase(PolicyState.EMPTY, new FlowTable(0));

    private static final long SEED = 11;

    /// Returns a case by a name such as `acl-1000`: the shape, and how many rules.
    public static RuleCase named(String name) {
        int dash = name.indexOf('-');
        RuleShape shape = RuleShape.valueOf(name.substring(0, dash).toUpperCase(Locale.ROOT));
        RuleSet set = RuleSet.of(shape, Integer.parseInt(name.substring(dash + 1)), SEED);
        return new RuleCase(OneEni.state(set), Trace.of(set, 0, FLOW_COUNT, SEED + 1));
    }

    public Eni eni() {
        return state.eni(Names.eni(0)).orElseThrow();
    }
}
