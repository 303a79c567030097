package dev.cordon.cli.vector.run;

import dev.cordon.engine.session.Affected;
import dev.cordon.engine.session.Passage;
import dev.cordon.engine.session.Policy;
import dev.cordon.engine.session.SessionTable;
import dev.cordon.engine.session.SessionTables;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.spec.Sessions;
import dev.cordon.spec.Spec;
import java.time.Instant;
import java.util.List;

/// One of the programs that read a state, under the name by which a failing vector tells it.
public sealed interface Reader {

    String name();

    /// Decides a flow that belongs to no session.
    Verdict decide(EniId eni, Direction direction, Flow flow);

    /// Decides a packet without letting it through.
    Verdict peek(Instant now, EniId eni, Direction direction, Packet packet);

    /// Decides a packet and remembers what it began or kept alive.
    Verdict receive(Instant now, EniId eni, Direction direction, Packet packet);

    void change(List<Change> changes);

    static List<Reader> all(Profile profile, PolicyState state) {
        return List.of(new SpecReader(profile, state), new EngineReader(profile, state));
    }

    /// The semantics as written down.
    final class SpecReader implements Reader {

        private final Profile profile;
        private final Sessions sessions;
        private PolicyState state;

        public SpecReader(Profile profile, PolicyState state) {
            this.profile = profile;
            this.state = state;
            this.sessions = new Sessions(profile, state);
        }

        @Override
        public String name() {
            return "spec";
        }

        @Override
        public Verdict decide(EniId eni, Direction direction, Flow flow) {
            return new Spec(profile, state).decide(eni, direction, flow);
        }

        @Override
        public Verdict peek(Instant now, EniId eni, Direction direction, Packet packet) {
            return sessions.decide(now, eni, direction, packet);
        }

        @Override
        public Verdict receive(Instant now, EniId eni, Direction direction, Packet packet) {
            return sessions.receive(now, eni, direction, packet);
        }

        @Override
        public void change(List<Change> changes) {
            state = state.apply(changes);
            sessions.change(state);
        }
    }

    /// The fast one.
    final class EngineReader implements Reader {

        private final Profile profile;
        private final SessionTables sessions;
        private PolicyState state;
        private CompiledPolicy compiled;

        public EngineReader(Profile profile, PolicyState state) {
            this.profile = profile;
            this.state = state;
            this.compiled = CompiledPolicy.of(profile, state);
            this.sessions =
                    new SessionTables(profile, SessionTable.Settings.COUNT_MAX, Policy.of(compiled::decide, state));
        }

        @Override
        public String name() {
            return "engine";
        }

        @Override
        public Verdict decide(EniId eni, Direction direction, Flow flow) {
            return compiled.decide(eni, direction, flow);
        }

        @Override
        public Verdict peek(Instant now, EniId eni, Direction direction, Packet packet) {
            return sessions.decide(now, eni, direction, packet);
        }

        /// @throws IllegalStateException if a vector has more sessions than a table takes
        @Override
        public Verdict receive(Instant now, EniId eni, Direction direction, Packet packet) {
            return switch (sessions.receive(now, eni, direction, packet)) {
                case Passage.Decided(Verdict verdict) -> verdict;
                case Passage.TableFull(var full, int countMax) ->
                    throw new IllegalStateException("table of `" + full + "` is full: " + countMax + " sessions");
            };
        }

        @Override
        public void change(List<Change> changes) {
            PolicyState before = state;
            state = state.apply(changes);
            compiled = CompiledPolicy.of(profile, state);
            sessions.change(Policy.of(compiled::decide, state), Affected.by(changes, before, state));
        }
    }
}
