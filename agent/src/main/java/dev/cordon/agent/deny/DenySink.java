package dev.cordon.agent.deny;

import java.util.List;

/// Whoever is told of denies. Called from one thread, and must not wait.
public interface DenySink {

    /// @param lost packets of all time that the kernel could not tell of
    void saw(List<Deny> denies, long lost);
}
