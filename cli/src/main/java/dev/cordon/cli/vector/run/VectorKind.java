package dev.cordon.cli.vector.run;

import dev.cordon.model.policy.Profile;
import java.util.List;

/// How vectors of one kind are run.
public interface VectorKind {

    /// Returns what readers say other than what is expected; nothing if the vector passes.
    List<Disagreement> run(Vector vector, Profile profile);
}
