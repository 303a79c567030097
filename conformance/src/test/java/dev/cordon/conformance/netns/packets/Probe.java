package dev.cordon.conformance.netns.packets;

import dev.cordon.conformance.differential.History;
import dev.cordon.conformance.differential.History.Event;
import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A flow that is sent across a host.
///
/// @param from the guest that sends it, if it does not come from outside
/// @param to the guest that it is sent to, if it is not sent outside
record Probe(Flow flow, Optional<EniId> from, Optional<EniId> to) {

    /// What a host does not forward, whatever its rules: addresses that are nobody's.
    private static final List<CidrBlock> NOT_FORWARDED = Stream.of(
                    "0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/3", "::/8", "fe80::/10", "ff00::/8")
            .map(CidrBlock::of)
            .toList();

    /// Tells whether the host would take the packet from one link to another, had it no rules.
    boolean isForwarded() {
        return isForwarded(flow.source())
                && isForwarded(flow.destination())
                && !flow.source().equals(flow.destination())
                && !from.equals(to);
    }

    private static boolean isForwarded(IpAddress address) {
        return NOT_FORWARDED.stream().noneMatch(block -> block.contains(address));
    }

    /// Tells whether a guest sends this from an address that is not its own.
    boolean isForged(PolicyState state) {
        return from.flatMap(state::eni)
                .filter(eni -> !eni.addresses().containsPrivate(flow.source()))
                .isPresent();
    }

    /// Returns the guest among some that has an address.
    static Optional<EniId> owner(List<Eni> guests, IpAddress address) {
        return guests.stream()
                .filter(eni -> eni.addresses().containsPrivate(address))
                .map(Eni::id)
                .findFirst();
    }

    /// Returns the judgements that the packet meets, as a history.
    History asHistory(Profile profile, PolicyState state) {
        List<Event> events = new ArrayList<>();
        from.ifPresent(eni -> events.add(new Arrival(Instant.EPOCH, eni, Direction.EGRESS, Packet.of(flow))));
        to.ifPresent(eni -> events.add(new Arrival(Instant.EPOCH, eni, Direction.INGRESS, Packet.of(flow))));
        return new History(profile, state, events);
    }

    /// Returns the packet of which every arrival of a history is one judgement; nothing if they are
    /// of several packets.
    static Optional<Probe> of(History history) {
        List<Arrival> arrivals = history.arrivals().toList();
        boolean one = arrivals.stream().map(Arrival::packet).distinct().count() == 1
                && arrivals.stream().map(Arrival::direction).distinct().count() == arrivals.size();
        if (!one) {
            return Optional.empty();
        }
        return Optional.of(new Probe(
                arrivals.getFirst().packet().flow(),
                eni(arrivals, Direction.EGRESS),
                eni(arrivals, Direction.INGRESS)));
    }

    private static Optional<EniId> eni(List<Arrival> arrivals, Direction direction) {
        return arrivals.stream()
                .filter(arrival -> arrival.direction() == direction)
                .map(Arrival::eni)
                .findFirst();
    }
}
