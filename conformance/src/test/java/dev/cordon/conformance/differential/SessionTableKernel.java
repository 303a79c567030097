package dev.cordon.conformance.differential;

import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.ConntrackFilter;
import dev.cordon.agent.kernel.Link;
import dev.cordon.agent.reconcile.Kernel;
import dev.cordon.model.net.IpAddress;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A kernel that has sessions and nothing else, and says how it was asked for them.
final class SessionTableKernel implements Kernel {

    final List<ConntrackEntry> sessions;
    private final int sessionCount;
    int wholeDumps;
    int filteredDumps;

    /// @param sessionCount what the kernel says that there are, by which dumps are chosen
    SessionTableKernel(Collection<ConntrackEntry> sessions, int sessionCount) {
        this.sessions = new ArrayList<>(sessions);
        this.sessionCount = sessionCount;
    }

    @Override
    public List<Link> links() {
        return List.of();
    }

    @Override
    public Optional<Integer> linkToward(IpAddress address) {
        return Optional.empty();
    }

    @Override
    public long generation() {
        return 0;
    }

    @Override
    public Observed read() {
        return new Observed.Absent();
    }

    @Override
    public void apply(Transaction transaction) {
        throw new UnsupportedOperationException("has sessions and nothing else");
    }

    @Override
    public int endSessions(Predicate<ConntrackEntry> ending) {
        wholeDumps++;
        return end(ending);
    }

    @Override
    public int endSessions(Set<ConntrackFilter> filters, Predicate<ConntrackEntry> ending) {
        filteredDumps += filters.size();
        return end(entry -> filters.stream().anyMatch(filter -> finds(filter, entry)) && ending.test(entry));
    }

    private int end(Predicate<ConntrackEntry> ending) {
        int before = sessions.size();
        sessions.removeIf(ending);
        return before - sessions.size();
    }

    private static boolean finds(ConntrackFilter filter, ConntrackEntry entry) {
        return switch (filter.place()) {
            case ORIGINAL_SOURCE -> entry.source().equals(filter.address());
            case ORIGINAL_DESTINATION, REPLY_SOURCE -> entry.destination().equals(filter.address());
        };
    }

    @Override
    public int sessionCount() {
        return sessionCount;
    }
}
