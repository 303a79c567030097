package dev.cordon.cli.vector;

import dev.cordon.cli.vector.form.Profiles;
import dev.cordon.cli.vector.form.UnreadableVectorException;
import dev.cordon.cli.vector.run.ApiKind;
import dev.cordon.cli.vector.run.ConnectedKind;
import dev.cordon.cli.vector.run.DecideKind;
import dev.cordon.cli.vector.run.PairKind;
import dev.cordon.cli.vector.run.QuotaKind;
import dev.cordon.cli.vector.run.RedundancyKind;
import dev.cordon.cli.vector.run.SessionKind;
import dev.cordon.cli.vector.run.Vector;
import dev.cordon.cli.vector.run.VectorKind;
import dev.cordon.controlplane.execute.UnreadableStateException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Runs vectors through every reader that their kind has.
public final class Runner {

    /// @param reader `spec`, `engine` and so on, or `-` if the vector could not be read
    public record Failure(String id, String title, String reader, String got, String wanted) {}

    private static final Map<String, VectorKind> KINDS = Map.of(
            "decide", new DecideKind(),
            "connected", new ConnectedKind(),
            "pair", new PairKind(),
            "session", new SessionKind(),
            "api", new ApiKind(),
            "quota", new QuotaKind(),
            "redundancy", new RedundancyKind());

    private final Profiles profiles;

    Runner(Profiles profiles) {
        this.profiles = profiles;
    }

    /// Returns how a vector fails; nothing if every reader says what is expected.
    List<Failure> run(Vector vector) {
        try {
            return kind(vector).run(vector, profiles.get(vector.profile())).stream()
                    .map(said -> new Failure(vector.id(), vector.title(), said.reader(), said.got(), said.wanted()))
                    .toList();
        } catch (UnreadableVectorException
                | UnreadableStateException
                | IllegalArgumentException
                | NoSuchElementException unreadable) {
            String problem = "cannot be read: " + unreadable.getMessage();
            return List.of(new Failure(vector.id(), vector.title(), "-", problem, "a vector of this format"));
        }
    }

    private static VectorKind kind(Vector vector) {
        return Optional.ofNullable(KINDS.get(vector.kind()))
                .orElseThrow(() -> new UnreadableVectorException("unknown kind `" + vector.kind() + "`"));
    }
}
