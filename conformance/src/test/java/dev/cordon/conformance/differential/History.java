package dev.cordon.conformance.differential;

import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.state.StateForm;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Packets and changes in the order of time, from a first state on.
///
/// Changes put and delete whole objects, so a history without some of its events is one too.
public record History(Profile profile, PolicyState first, List<Event> events) {

    public sealed interface Event {

        record Arrival(Instant at, EniId eni, Direction direction, Packet packet) implements Event {}

        record Changed(List<Change> changes) implements Event {

            public Changed {
                changes = List.copyOf(changes);
            }
        }
    }

    public History {
        events = List.copyOf(events);
    }

    History with(Profile changed) {
        return new History(changed, first, events);
    }

    History with(PolicyState changed) {
        return new History(profile, changed, events);
    }

    History with(List<Event> changed) {
        return new History(profile, first, changed);
    }

    /// Returns the packets in their order.
    public Stream<Event.Arrival> arrivals() {
        return events.stream().filter(Event.Arrival.class::isInstance).map(Event.Arrival.class::cast);
    }

    /// Tells whether every reference leads somewhere, in the first state and after every change.
    boolean isWhole() {
        PolicyState state = first;
        boolean whole = isWhole(state);
        for (Event event : events) {
            if (whole && event instanceof Event.Changed(var changes)) {
                state = state.apply(changes);
                whole = isWhole(state);
            }
        }
        return whole;
    }

    private static boolean isWhole(PolicyState state) {
        return StateForm.danglingReference(state).isEmpty();
    }
}
