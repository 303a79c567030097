package dev.cordon.conformance.differential;

import dev.cordon.analysis.question.Finding;
import dev.cordon.analysis.question.RedundantRules;
import dev.cordon.cli.vector.run.Reader;
import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.conformance.differential.HistoryReader.Follower;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.spec.Spec;
import java.util.List;
import java.util.function.UnaryOperator;

/// Every reader of policy that there is.
final class Readers {

    static final HistoryReader SPEC =
            HistoryReader.ofStates("spec", (profile, state) -> new Spec(profile, state)::decide);

    static final HistoryReader TABLES =
            HistoryReader.ofStates("tables", (profile, state) -> CompiledPolicy.of(profile, state)::decide);

    /// A policy that has followed every change, and made its tables when it was asked.
    static final HistoryReader INCREMENTAL =
            HistoryReader.following("incremental tables", (profile, first) -> new Follower() {
                private CompiledPolicy policy = CompiledPolicy.empty(profile).apply(puts(first));

                @Override
                public void change(List<Change> changes) {
                    policy = policy.apply(changes);
                }

                @Override
                public Verdict receive(Arrival arrival) {
                    return policy.decide(
                            arrival.eni(), arrival.direction(), arrival.packet().flow());
                }
            });

    /// The view of a host that has all ENIs.
    static final HistoryReader CLAUSES = HistoryReader.ofStates(
            "clauses",
            (profile, state) -> Compiler.view(
                    profile, state, Revision.NONE, state.enis().map(Eni::id).toList())::decide);

    /// The views of hosts that have one ENI each.
    static final HistoryReader SLICE = HistoryReader.ofStates(
            "slice",
            (profile, state) -> (eni, direction, flow) ->
                    Compiler.view(profile, state, Revision.NONE, List.of(eni)).decide(eni, direction, flow));

    static final HistoryReader GUEST_RULES = HistoryReader.ofStates(
            "rules of guests", (profile, state) -> new LoweredDecider(profile, state, LinkKind.GUEST));

    static final HistoryReader HOST_RULES = HistoryReader.ofStates(
            "rules of hosts", (profile, state) -> new LoweredDecider(profile, state, LinkKind.HOST));

    /// What is left when the rules are taken away of which analysis says that they decide nothing.
    static final HistoryReader ANALYSIS =
            HistoryReader.ofStates("analysis", (profile, state) -> new Spec(profile, withoutIdleRules(state))::decide);

    static final HistoryReader SPEC_SESSIONS = HistoryReader.following(
            "spec's sessions", (profile, state) -> new Received(new Reader.SpecReader(profile, state)));

    static final HistoryReader ENGINE_SESSIONS = HistoryReader.following(
            "session tables", (profile, state) -> new Received(new Reader.EngineReader(profile, state)));

    private Readers() {}

    private record Received(Reader reader) implements Follower {

        @Override
        public void change(List<Change> changes) {
            reader.change(changes);
        }

        @Override
        public Verdict receive(Arrival arrival) {
            return reader.receive(arrival.at(), arrival.eni(), arrival.direction(), arrival.packet());
        }
    }

    private static List<Change> puts(PolicyState state) {
        return state.objects().<Change>map(Change.Put::new).toList();
    }

    /// All at once: that each may go alone would be less.
    private static PolicyState withoutIdleRules(PolicyState state) {
        PolicyState cleared = state;
        for (SecurityGroup group : state.groups().toList()) {
            List<Change> idle = RedundantRules.of(state, group.id()).findings().stream()
                    .filter(finding -> !(finding instanceof Finding.Needed))
                    .filter(finding -> !(finding instanceof Finding.Undecided))
                    .<Change>map(finding -> new Change.Delete(finding.rule()))
                    .toList();
            cleared = cleared.apply(idle);
        }
        return cleared;
    }

    /// Returns a reader that is wrong on purpose: it decides another state than the one it is
    /// given.
    static HistoryReader wrong(String name, UnaryOperator<PolicyState> other) {
        return HistoryReader.ofStates(name, (profile, state) -> new Spec(profile, other.apply(state))::decide);
    }

    /// Returns a reader that takes every history for one of another profile.
    static HistoryReader underProfile(Profile profile, HistoryReader reader) {
        return new HistoryReader(reader.name() + " under another profile", h -> reader.read(h.with(profile)));
    }
}
