package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `session`: packets and changes in the order of time, with a session table at each ENI. Of the
/// steps that go wrong the first is told.
public record SessionKind() implements VectorKind {

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        PolicyState state = ConfigForm.read(vector.config());
        return Reader.all(profile, state).stream()
                .flatMap(reader -> firstWrong(vector, new SessionRun(reader, state)).stream())
                .toList();
    }

    private static Optional<Disagreement> firstWrong(Vector vector, SessionRun run) {
        int number = 0;
        for (JsonNode step : vector.steps()) {
            number++;
            JsonNode got = run.step(step);
            JsonNode wanted = step.path("expect");
            if (!Subset.holds(wanted, got) && !wanted.isMissingNode()) {
                return Optional.of(new Disagreement(
                        run.reader().name(),
                        "step " + number + " at " + step.path("at") + " " + got,
                        wanted.toString()));
            }
        }
        return Optional.empty();
    }
}
