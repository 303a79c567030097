package dev.cordon.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.verdict.Stage;
import dev.cordon.model.verdict.Verdict;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// *Sessions agree*: over every generated history of packets, changes and time, the engine's
/// session tables say what the spec's sessions say.
///
/// The engine judges again only at the ENIs that a change affects, the spec everywhere: so this
/// says also that a change affects no others.
final class SessionsAgreeTest {

    private static final Comparison COMPARISON = Comparison.of(Readers.SPEC_SESSIONS, Readers.ENGINE_SESSIONS);

    /// Histories are worth comparing only if they get this far.
    private static final Set<Stage> STAGES_WANTED = EnumSet.complementOf(EnumSet.of(Stage.PLATFORM_DENY));

    @Test
    void engineSaysOfEveryPacketWhatTheSpecSays() {
        Set<Stage> met = EnumSet.noneOf(Stage.class);
        Seeds.forEach(200, 19, chance -> {
            History history = new RandomHistories(chance).next();
            COMPARISON.check(history);
            Readers.SPEC_SESSIONS.read(history).stream().map(Verdict::stage).forEach(met::add);
        });
        if (!Seeds.isOne()) {
            assertThat(met).containsAll(STAGES_WANTED);
        }
    }
}
