package dev.cordon.conformance.differential;

import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Packets and changes in the order of time, from a first state on.
///
/// Changes put and delete whole objects, so a history without some of its events is one too.
record History(Profile profile, PolicyState first, List<Event> events) {

    sealed interface Event {

        record Arrival(Instant at, EniId eni, Direction direction, Packet packet) implements Event {}

        record Changed(List<Change> changes) implements Event {}
    }

    History {
        events = List.copyOf(events);
    }

    /// Returns a history that has a property still, and loses it with any one event less.
    History smallest(Predicate<History> property) {
        History smallest = this;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (int i = smallest.events.size() - 1; i >= 0; i--) {
                History candidate = smallest.without(i);
                if (property.test(candidate)) {
                    smallest = candidate;
                    shrunk = true;
                }
            }
        }
        return smallest;
    }

    private History without(int index) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(index);
        return new History(profile, first, fewer);
    }

    @Override
    public String toString() {
        return profile + "\n"
                + first.objects().map(object -> "  " + object).collect(Collectors.joining("\n")) + "\n"
                + events.stream().map(event -> "- " + event).collect(Collectors.joining("\n"));
    }
}
