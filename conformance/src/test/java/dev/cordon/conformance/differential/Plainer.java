package dev.cordon.conformance.differential;

import dev.cordon.conformance.differential.History.Event;
import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.conformance.differential.History.Event.Changed;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Histories with one thing in them that is plainer than it was: the value that a reader of the
/// case need not think about.
final class Plainer {

    private static final int PORT = 1;

    private Plainer() {}

    static Stream<History> profiles(History history) {
        Profile from = history.profile();
        Profile to = Profile.ALIYUN_DEFAULT;
        return Stream.of(
                        to,
                        new Profile(to.intraEgress(), from.isolation(), from.change(), from.pickup()),
                        new Profile(from.intraEgress(), to.isolation(), from.change(), from.pickup()),
                        new Profile(from.intraEgress(), from.isolation(), to.change(), from.pickup()),
                        from.with(to.pickup()))
                .map(history::with);
    }

    static Stream<History> objects(History history) {
        return history.first()
                .objects()
                .flatMap(PlainerObjects::of)
                .map(plainer -> history.with(history.first().apply(new Change.Put(plainer))));
    }

    static Stream<History> changes(History history) {
        return IntStream.range(0, history.events().size())
                .boxed()
                .flatMap(i -> history.events().get(i) instanceof Changed(var changes)
                        ? plainerChanges(changes).map(plainer -> Cuts.replaced(history, i, new Changed(plainer)))
                        : Stream.empty());
    }

    private static Stream<List<Change>> plainerChanges(List<Change> changes) {
        return IntStream.range(0, changes.size())
                .boxed()
                .flatMap(i -> changes.get(i) instanceof Change.Put(var object)
                        ? PlainerObjects.of(object).map(plainer -> {
                            List<Change> replaced = new ArrayList<>(changes);
                            replaced.set(i, new Change.Put(plainer));
                            return replaced;
                        })
                        : Stream.empty());
    }

    static Stream<History> packets(History history) {
        return IntStream.range(0, history.events().size())
                .boxed()
                .flatMap(i -> history.events().get(i) instanceof Arrival arrival
                        ? plainer(arrival.packet()).map(packet -> Cuts.replaced(history, i, with(arrival, packet)))
                        : Stream.empty());
    }

    private static Arrival with(Arrival arrival, Packet packet) {
        return new Arrival(arrival.at(), arrival.eni(), arrival.direction(), packet);
    }

    private static Stream<Packet> plainer(Packet packet) {
        Flow flow = packet.flow();
        Stream<Packet> flows = plainer(flow.transport())
                .map(transport -> new Flow(flow.source(), flow.destination(), flow.protocol(), transport, flow.mark()))
                .map(plainer -> new Packet(plainer, packet.detail()));
        Flow unmarked = new Flow(flow.source(), flow.destination(), flow.protocol(), flow.transport(), Mark.NONE);
        return Stream.concat(Stream.of(Packet.of(flow), new Packet(unmarked, packet.detail())), flows);
    }

    private static Stream<Transport> plainer(Transport transport) {
        return switch (transport) {
            case Transport.Ports(int source, int destination) ->
                Stream.of(new Transport.Ports(PORT, destination), new Transport.Ports(source, PORT));
            case Transport.Icmp icmp -> Stream.empty();
            case Transport.Opaque() -> Stream.empty();
        };
    }

    /// The first packet at the beginning of time, and others right behind those before them.
    static Stream<History> pauses(History history) {
        List<Arrival> arrivals = history.arrivals().toList();
        return IntStream.range(0, arrivals.size()).mapToObj(i -> {
            Instant before = i == 0 ? Instant.EPOCH : arrivals.get(i - 1).at();
            Duration pause = Duration.between(before, arrivals.get(i).at());
            List<Event> events = new ArrayList<>();
            int met = 0;
            for (Event event : history.events()) {
                if (event instanceof Arrival arrival) {
                    events.add(met++ >= i ? earlier(arrival, pause) : arrival);
                } else {
                    events.add(event);
                }
            }
            return history.with(events);
        });
    }

    private static Arrival earlier(Arrival arrival, Duration pause) {
        return new Arrival(arrival.at().minus(pause), arrival.eni(), arrival.direction(), arrival.packet());
    }
}
