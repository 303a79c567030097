package dev.cordon.nft.interpret;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a map of verdicts says of one class: protocols and ports in one order.
public final class VerdictRow {

    private static final int PORTS = PortRange.PORT_MAX + 1;

    private record Part(long last, Element element) {}

    private final TreeMap<Long, Part> byFirst = new TreeMap<>();
    private final NavigableSet<Long> borders = new TreeSet<>();

    /// @throws IllegalStateException if two elements fit one packet, of which the kernel would be
    ///     free to choose
    VerdictRow(String map, Collection<Element> elements) {
        for (Element element : elements) {
            add(element);
        }
        long end = -1;
        for (Map.Entry<Long, Part> part : byFirst.entrySet()) {
            if (part.getKey() <= end) {
                throw new IllegalStateException("elements of `" + map + "` overlap `" + part.getValue() + "`");
            }
            end = part.getValue().last();
        }
    }

    private void add(Element element) {
        switch (element.key()) {
            case Key.Box(var ports, var protocol, var classes) ->
                add(point(protocol, ports.first()), point(protocol, ports.last()), element);
            case Key.Carried(var first, var last, var classes) ->
                add(point(first, 0), point(last, PortRange.PORT_MAX), element);
            case Key.LinkName name -> throw new IllegalStateException("no verdict by `" + name + "`");
            case Key.Addresses addresses -> throw new IllegalStateException("no verdict by `" + addresses + "`");
            case Key.Numbers numbers -> throw new IllegalStateException("no verdict by `" + numbers + "`");
        }
    }

    private void add(long first, long last, Element element) {
        Part before = byFirst.put(first, new Part(last, element));
        if (before != null) {
            throw new IllegalStateException("elements overlap `" + before.element() + "`");
        }
        borders.add(first);
        borders.add(last + 1);
    }

    private static long point(IpProtocol protocol, int port) {
        return (long) protocol.number() * PORTS + port;
    }

    Optional<Value> find(Flow flow) {
        int port = flow.transport() instanceof Transport.Ports(int source, int destination) ? destination : 0;
        long point = point(flow.protocol(), port);
        return Optional.ofNullable(byFirst.floorEntry(point))
                .map(Map.Entry::getValue)
                .filter(part -> point <= part.last())
                .map(part -> part.element().value());
    }

    /// Returns the protocols of some at which something else begins to hold.
    public NavigableSet<Integer> protocols(int first, int last) {
        NavigableSet<Integer> found = new TreeSet<>();
        if (first == last) {
            return found;
        }
        borders.subSet((long) first * PORTS, false, (long) (last + 1) * PORTS, false)
                .forEach(border -> found.add(Math.toIntExact((border + PORTS - 1) / PORTS)));
        found.removeIf(protocol -> protocol <= first || protocol > last);
        return found;
    }

    /// Returns the destination ports of some at which something else begins to hold.
    public NavigableSet<Integer> ports(IpProtocol protocol, PortRange of) {
        NavigableSet<Integer> found = new TreeSet<>();
        borders.subSet(point(protocol, of.first()), false, point(protocol, of.last()), true)
                .forEach(border -> found.add(Math.toIntExact(border % PORTS)));
        return found;
    }
}
