package dev.cordon.conformance.differential;

import dev.cordon.conformance.differential.History.Event;
import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomHistory;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.state.StateForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Random histories, biased to meet the same connection again: repeated and answered packets,
/// errors that quote them, and times on both sides of every timeout.
final class RandomHistories {

    private static final int EVENT_COUNT = 60;
    private static final EniId NOBODY = new EniId("eni-nobody");

    /// In milliseconds: nothing, a moment, and around the timeouts that states have.
    private static final Integer[] PAUSES = {
        0, 0, 0, 1, 500, 3_000, 3_001, 10_000, 10_001, 15_000, 30_000, 30_001, 60_001, 100_001, 300_001, 910_000,
        910_001
    };

    private final Chance chance;
    private final RandomPackets packets;
    private final List<Arrival> seen = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    RandomHistories(Chance chance) {
        this.chance = chance;
        this.packets = new RandomPackets(chance);
    }

    /// Returns a history of sessions.
    History next() {
        PolicyState first = stateWithEnis();
        PolicyState state = first;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENT_COUNT; i++) {
            now = now.plusMillis(chance.of(PAUSES));
            if (chance.oneIn(6)) {
                Event.Changed changed = new Event.Changed(changes(state, first));
                state = state.apply(changed.changes());
                events.add(changed);
            } else {
                Arrival arrival = arrival(first);
                seen.add(arrival);
                events.add(arrival);
            }
        }
        return new History(profile(), first, events);
    }

    /// Returns a history without time: after each change, flows at every ENI and at one that nobody
    /// knows.
    ///
    /// @param stateCount how many states there are in it
    /// @param flowCount of each ENI and direction, in each state
    History nextOfFlows(int stateCount, int flowCount) {
        PolicyState first = new RandomStates(chance).next();
        PolicyState state = first;
        List<Event> events = new ArrayList<>(flows(state, flowCount));
        for (int i = 1; i < stateCount; i++) {
            Event.Changed changed = new Event.Changed(changes(state, first));
            state = state.apply(changed.changes());
            events.add(changed);
            events.addAll(flows(state, flowCount));
        }
        return new History(profile(), first, events);
    }

    private List<Event> flows(PolicyState state, int count) {
        RandomFlows flows = new RandomFlows(chance, state);
        List<Event> events = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (Eni eni : state.enis().toList()) {
                for (int i = 0; i < count; i++) {
                    events.add(new Arrival(now, eni.id(), direction, Packet.of(flows.next(eni, direction))));
                }
            }
            events.add(new Arrival(now, NOBODY, direction, Packet.of(flows.next())));
        }
        return events;
    }

    /// Small changes that belong together, or objects of another state under the names of this one.
    private List<Change> changes(PolicyState state, PolicyState first) {
        List<Change> small = new RandomChanges(chance).next(state, first);
        boolean whole = StateForm.danglingReference(state.apply(small)).isEmpty();
        return whole && !chance.oneIn(3) ? small : new RandomHistory(chance).nextOf(state);
    }

    private PolicyState stateWithEnis() {
        PolicyState state = new RandomStates(chance).next();
        while (state.enis().findAny().isEmpty()) {
            state = new RandomStates(chance).next();
        }
        return state;
    }

    private Profile profile() {
        return new Profile(
                chance.of(IntraEgress.values()),
                chance.of(Isolation.values()),
                chance.of(ChangePolicy.values()),
                chance.oneIn(3) ? TcpPickup.STRICT : TcpPickup.LOOSE);
    }

    private Arrival arrival(PolicyState state) {
        if (seen.isEmpty() || chance.oneIn(4)) {
            Eni eni = chance.of(state.enis().toList());
            Direction direction = chance.of(Direction.values());
            return new Arrival(
                    now, eni.id(), direction, packets.of(new RandomFlows(chance, state).next(eni, direction)));
        }
        Arrival before = chance.of(seen);
        EniId eni = chance.oneIn(10) ? chance.of(state.enis().toList()).id() : before.eni();
        Direction back = before.direction().opposite();
        return switch (chance.between(0, 5)) {
            case 0, 1 ->
                new Arrival(
                        now, eni, before.direction(), packets.of(before.packet().flow()));
            case 2, 3 ->
                new Arrival(
                        now,
                        eni,
                        back,
                        packets.of(RandomPackets.answer(before.packet().flow())));
            case 4 -> new Arrival(now, eni, chance.of(Direction.values()), packets.error(before.packet()));
            default -> new Arrival(now, eni, chance.of(Direction.values()), before.packet());
        };
    }
}
