package dev.cordon.agent.feed;

import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import java.util.Optional;
import java.util.Set;

/// Where an agent gets its host view from. May be called from any thread.
public interface HostViewFeed {

    /// Says which ENIs have links on this host, and returns the newest complete view of them.
    ///
    /// @return nothing as long as there is no complete view; the kernel is then left as it is
    Optional<HostView> view(Set<EniId> bound);

    /// Has a callback run, on some thread, whenever a newer view may be had.
    void whenNewer(Runnable wake);
}
