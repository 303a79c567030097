package dev.cordon.bench.engine;

import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.draw.Names;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.engine.table.FlowDecider;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.util.Collection;

/// The engine: tables that follow changes.
record TableDecider(CompiledPolicy policy) implements Decider {

    static TableDecider compiled(PolicyState state) {
        return new TableDecider(CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state));
    }

    @Override
    public Decider apply(Collection<Change> changes) {
        return new TableDecider(policy.apply(changes));
    }

    @Override
    public HostView view(Collection<EniId> enis) {
        return policy.view(Revision.NONE, enis);
    }

    @Override
    public Prepared prepare(FlowTable table) {
        FlowColumns flows = new FlowColumns();
        for (int row = 0; row < table.size(); row++) {
            int eni = policy.indexOf(Names.eni(table.eni(row))).orElseThrow();
            flows.add(eni, table.direction(row), table.flow(row));
        }
        return new Rows(policy, flows, policy.decider());
    }

    private record Rows(CompiledPolicy policy, FlowColumns flows, FlowDecider decider) implements Prepared {

        @Override
        public Prepared remembering(int flowCount) {
            return new Rows(policy, flows, policy.rememberingDecider(flowCount));
        }

        @Override
        public Verdict decide(int row) {
            return decider.decide(flows, row);
        }

        @Override
        public void decideAll(int firstRow, Verdict[] into) {
            decider.decideAll(flows, firstRow, into);
        }
    }
}
