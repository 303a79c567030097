package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.reconcile.LinuxKernel;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.List;

/// The rules of a kernel, which hold one policy after another. Used by one thread, in the namespace
/// of the kernel.
final class KernelRules implements AutoCloseable {

    private final LinuxKernel kernel = LinuxKernel.open();
    private Observed observed = new Observed.Absent();

    /// Has the kernel hold links to a policy. No session of the one before is left.
    void hold(Profile profile, PolicyState state, List<Binding> bindings) {
        HostView view = Compiler.view(
                profile,
                state,
                new Revision(1),
                bindings.stream().map(Binding::eni).toList());
        Ruleset desired = Lower.lower(view, bindings);
        Plan.between(observed, desired).forEach(kernel::apply);
        observed = new Observed.Untouched(desired);
        kernel.endSessions(entry -> true);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
