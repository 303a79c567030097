package dev.cordon.bench.engine;

import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.draw.Names;
import dev.cordon.engine.compile.CompiledPolicy;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.util.Arrays;
import java.util.Collection;

/// The engine that walks clauses, and compiles the whole state after each change.
record ClauseDecider(PolicyState state, CompiledPolicy policy) implements Decider {

    static ClauseDecider compiled(PolicyState state) {
        return new ClauseDecider(state, Compiler.compile(Profile.ALIYUN_DEFAULT, state));
    }

    @Override
    public Decider apply(Collection<Change> changes) {
        return compiled(state.apply(changes));
    }

    @Override
    public HostView view(Collection<EniId> enis) {
        return new HostView(Revision.NONE, policy.slice(enis));
    }

    @Override
    public Prepared prepare(FlowTable table) {
        Flow[] flows = new Flow[table.size()];
        Arrays.setAll(flows, table::flow);
        EniId[] enis = new EniId[table.size()];
        Arrays.setAll(enis, row -> Names.eni(table.eni(row)));
        return new Prepared() {
            @Override
            public Verdict decide(int row) {
                return policy.decide(enis[row], table.direction(row), flows[row]);
            }

            @Override
            public void decideAll(int firstRow, Verdict[] into) {
                for (int i = 0; i < into.length; i++) {
                    into[i] = decide(firstRow + i);
                }
            }
        };
    }
}
