package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.ConntrackFilter;
import dev.cordon.agent.kernel.Link;
import dev.cordon.model.net.IpAddress;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A kernel that is another one, but for what is overridden.
class ForwardingKernel implements Kernel {

    private final Kernel kernel;

    ForwardingKernel(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void apply(Transaction transaction) {
        kernel.apply(transaction);
    }

    @Override
    public List<Link> links() {
        return kernel.links();
    }

    @Override
    public Optional<Integer> linkToward(IpAddress address) {
        return kernel.linkToward(address);
    }

    @Override
    public long generation() {
        return kernel.generation();
    }

    @Override
    public Observed read() {
        return kernel.read();
    }

    @Override
    public int endSessions(Predicate<ConntrackEntry> ending) {
        return kernel.endSessions(ending);
    }

    @Override
    public int endSessions(Set<ConntrackFilter> filters, Predicate<ConntrackEntry> ending) {
        return kernel.endSessions(filters, ending);
    }

    @Override
    public int sessionCount() {
        return kernel.sessionCount();
    }
}
