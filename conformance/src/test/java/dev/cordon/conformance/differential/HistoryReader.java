package dev.cordon.conformance.differential;

import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.conformance.differential.History.Event.Changed;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One of the programs that read policy: what it says of each packet of a history, in their order.
///
/// @param name by which a disagreement tells it
public record HistoryReader(String name, Function<History, List<Verdict>> read) {

    /// Decides the flows of one state.
    interface Decider {
        Verdict decide(EniId eni, Direction direction, Flow flow);
    }

    /// Goes along with a history.
    interface Follower {

        void change(List<Change> changes);

        Verdict receive(Arrival arrival);
    }

    List<Verdict> read(History history) {
        return read.apply(history);
    }

    static HistoryReader following(String name, BiFunction<Profile, PolicyState, Follower> start) {
        return new HistoryReader(name, history -> {
            Follower follower = start.apply(history.profile(), history.first());
            List<Verdict> said = new ArrayList<>();
            for (History.Event event : history.events()) {
                switch (event) {
                    case Changed(var changes) -> follower.change(changes);
                    case Arrival arrival -> said.add(follower.receive(arrival));
                }
            }
            return said;
        });
    }

    /// Returns a reader that sees flows alone, and of the changes only what they have led to.
    static HistoryReader ofStates(String name, BiFunction<Profile, PolicyState, Decider> make) {
        return following(name, (profile, first) -> new Follower() {
            private PolicyState state = first;
            private Optional<Decider> made = Optional.empty();

            @Override
            public void change(List<Change> changes) {
                state = state.apply(changes);
                made = Optional.empty();
            }

            @Override
            public Verdict receive(Arrival arrival) {
                Decider decider = made.orElseGet(() -> make.apply(profile, state));
                made = Optional.of(decider);
                return decider.decide(
                        arrival.eni(), arrival.direction(), arrival.packet().flow());
            }
        });
    }
}
