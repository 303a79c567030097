package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.conformance.differential.History.Event.Changed;
import dev.cordon.engine.session.Affected;
import dev.cordon.engine.session.Passage;
import dev.cordon.engine.session.Policy;
import dev.cordon.engine.session.SessionTable;
import dev.cordon.engine.session.SessionTables;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.Chance;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Stage;
import dev.cordon.spec.Sessions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// *Sessions agree*: over every generated history of packets, changes and time, the engine's
/// session tables say what the spec's sessions say.
///
/// The engine judges again only at the ENIs that a change affects, the spec everywhere: so this
/// says also that a change affects no others.
final class SessionsAgreeTest {

    private static final int HISTORY_COUNT = 300;

    /// Histories are worth comparing only if they get this far.
    private static final Set<Stage> STAGES_WANTED = EnumSet.complementOf(EnumSet.of(Stage.PLATFORM_DENY));

    @Test
    void engineSaysOfEveryPacketWhatTheSpecSays() {
        Set<Stage> met = EnumSet.noneOf(Stage.class);
        Seeds.forEach(HISTORY_COUNT, chance -> {
            History history = new RandomHistories(chance).next();
            if (disagreement(history, met).isPresent()) {
                Set<Stage> ignored = EnumSet.noneOf(Stage.class);
                History smallest =
                        history.smallest(fewer -> disagreement(fewer, ignored).isPresent());
                throw new AssertionError(disagreement(smallest, ignored).orElseThrow() + "\nin " + smallest);
            }
        });
        assertTrue(Long.getLong("cordon.seed") != null || met.containsAll(STAGES_WANTED), () -> "met only " + met);
    }

    /// Returns the first packet of which the two say different things.
    private static Optional<String> disagreement(History history, Set<Stage> met) {
        Both both = new Both(history.profile(), history.first());
        for (History.Event event : history.events()) {
            switch (event) {
                case Changed(var changes) -> both.change(changes);
                case Arrival arrival -> {
                    Passage wanted = both.spec(arrival);
                    Passage got = both.engine(arrival);
                    if (!wanted.equals(got)) {
                        return Optional.of("spec says " + wanted + ", engine says " + got + ", of " + arrival);
                    }
                    met.add(((Passage.Decided) wanted).verdict().stage());
                }
            }
        }
        return Optional.empty();
    }

    /// A comparison that never fails would say nothing: here one side has another profile.
    @Test
    void aDifferenceIsFoundAndMadeSmall() {
        boolean found = LongStream.range(1, 200)
                .mapToObj(seed -> new RandomHistories(Chance.seeded(seed)).next())
                .filter(SessionsAgreeTest::keepingMatters)
                .findFirst()
                .map(history -> history.smallest(SessionsAgreeTest::keepingMatters))
                .map(smallest -> smallest.events().size())
                .map(size -> {
                    // a packet, a change, and the packet that shows it
                    assertEquals(3, size);
                    return true;
                })
                .orElse(false);
        assertTrue(found);
    }

    private static boolean keepingMatters(History history) {
        Both keeps = new Both(Profile.named("keep-sessions").orElseThrow(), history.first());
        Both judges = new Both(Profile.ALIYUN_DEFAULT, history.first());
        for (History.Event event : history.events()) {
            switch (event) {
                case Changed(var changes) -> {
                    keeps.change(changes);
                    judges.change(changes);
                }
                case Arrival arrival -> {
                    if (!keeps.engine(arrival).equals(judges.engine(arrival))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Spec and engine side by side.
    private static final class Both {

        private final Profile profile;
        private final Sessions spec;
        private final SessionTables engine;
        private PolicyState state;

        Both(Profile profile, PolicyState state) {
            this.profile = profile;
            this.state = state;
            this.spec = new Sessions(profile, state);
            this.engine = new SessionTables(
                    profile,
                    SessionTable.Settings.COUNT_MAX,
                    Policy.of(CompiledPolicy.of(profile, state)::decide, state));
        }

        Passage spec(Arrival arrival) {
            return new Passage.Decided(
                    spec.receive(arrival.at(), arrival.eni(), arrival.direction(), arrival.packet()));
        }

        Passage engine(Arrival arrival) {
            return engine.receive(arrival.at(), arrival.eni(), arrival.direction(), arrival.packet());
        }

        void change(List<Change> changes) {
            PolicyState before = state;
            state = state.apply(changes);
            spec.change(state);
            engine.change(
                    Policy.of(CompiledPolicy.of(profile, state)::decide, state), Affected.by(changes, before, state));
        }
    }
}
