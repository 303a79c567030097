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

/// What the reconcile loop needs of a kernel. Used by one thread.
public interface Kernel {

    List<Link> links();

    /// Returns the index of the link that leads to an address; nothing if none does.
    Optional<Integer> linkToward(IpAddress address);

    /// Returns a number that changes with every change of any ruleset, whoever makes it.
    long generation();

    /// Returns our own tables as they are.
    Observed read();

    /// Applies a transaction, all of it or nothing.
    void apply(Transaction transaction);

    /// Ends the sessions that match: their next packet is judged as that of a new flow.
    ///
    /// @return how many there were
    int endSessions(Predicate<ConntrackEntry> ending);

    /// The same, where only those can match that a filter finds.
    int endSessions(Set<ConntrackFilter> filters, Predicate<ConntrackEntry> ending);

    /// Returns how many sessions the table holds.
    int sessionCount();
}
