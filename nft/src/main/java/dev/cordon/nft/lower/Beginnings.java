package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.SessionQuota;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Way;
import dev.cordon.nft.ruleset.Timeout;
import dev.cordon.nft.text.LookupText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is done with a flow that every side has accepted, before its session is there: it is
/// counted for one guest, and given the timeouts of its ENI.
///
/// It counts for the guest that begins it, so that nobody uses up another one's quota; if none
/// does, for the one that it goes to. The machine's own link is not counted for: the sessions of
/// all guests may pass it.
///
/// Each ENI would forget the session by its own timeouts, and it needs both: so where both sides
/// are bound, the shorter ones count. The link that it goes out by is asked first, the one that it
/// came in by last, and that one knows for whom its own are too long.
final class Beginnings {

    private final SortedMap<String, TrackingTimeouts> byLink = new TreeMap<>();
    private final Optional<SessionQuota> quota;
    private final SortedMap<String, Chain> chains = new TreeMap<>();
    private final SortedMap<String, Lookup> lookups = new TreeMap<>();

    /// Links that are led to the same chains.
    private record Link(LinkKind kind, TrackingTimeouts timeouts) {}

    private Beginnings(Optional<SessionQuota> quota) {
        this.quota = quota;
    }

    static Beginnings of(HostView view, Collection<Binding> bindings, Optional<SessionQuota> quota) {
        Beginnings beginnings = new Beginnings(quota);
        Set<Link> kinds = new LinkedHashSet<>();
        bindings.stream()
                .filter(Binding::isHeld)
                .forEach(binding -> view.enis()
                        .get(binding.eni())
                        .map(EniPolicy::timeouts)
                        .ifPresent(timeouts -> {
                            beginnings.byLink.put(binding.link(), timeouts);
                            kinds.add(new Link(binding.kind(), timeouts));
                        }));
        kinds.forEach(beginnings::lower);
        return beginnings;
    }

    static String name(LinkKind kind, Way way, TrackingTimeouts timeouts) {
        return "begins/" + word(kind) + "/" + word(way) + "/" + words(timeouts);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String words(TrackingTimeouts timeouts) {
        return Timeout.of(timeouts).stream()
                .map(timeout -> switch (timeout) {
                    case Timeout.Tcp(int open, int closed) -> open + "-" + closed;
                    case Timeout.Udp(int seconds) -> Integer.toString(seconds);
                })
                .collect(Collectors.joining("-"));
    }

    private static String shared(TrackingTimeouts timeouts) {
        return "begins/both/" + words(timeouts);
    }

    private void lower(Link link) {
        TrackingTimeouts timeouts = link.timeouts();
        put(Chain.of(name(link.kind(), Way.OUT, timeouts), lines(link, Way.OUT)));
        SortedTable<Key, Element> shorter = shorter(timeouts);
        List<Line> lines = new ArrayList<>(lines(link, Way.IN));
        if (shorter.size() > 0) {
            String map = "begins/shorter/" + words(timeouts);
            lookups.put(map, new Lookup(map, Type.CHAIN_OF_LINK, shorter));
            lines.add(Line.always(new Ending.Looks(Ending.Query.LINK_OUT, map)));
        }
        put(Chain.of(name(link.kind(), Way.IN, timeouts), lines));
    }

    private List<Line> lines(Link link, Way way) {
        return Stream.concat(counts(link.kind(), way), keeps(link.timeouts()).stream())
                .toList();
    }

    private Stream<Line> counts(LinkKind kind, Way way) {
        return switch (kind) {
            case GUEST -> quota.map(some -> counts(way, some)).stream();
            case HOST, BRIDGE_PORT -> Stream.empty();
        };
    }

    private static Line counts(Way way, SessionQuota quota) {
        return switch (way) {
            case IN -> Line.always(new Ending.Counts(way, quota, Denial.quota(Direction.EGRESS)));
            case OUT ->
                new Line(
                        List.of(new Test.LinkNotIn(Way.IN, BaseChains.GUEST_LINKS)),
                        new Ending.Counts(way, quota, Denial.quota(Direction.INGRESS)));
        };
    }

    /// Returns the links whose ENI would forget a session sooner in some state.
    private SortedTable<Key, Element> shorter(TrackingTimeouts timeouts) {
        SortedTable<Key, Element> elements = Lookup.noElements();
        for (Map.Entry<String, TrackingTimeouts> other : byLink.entrySet()) {
            TrackingTimeouts both = timeouts.shorter(other.getValue());
            if (!both.equals(timeouts)) {
                put(Chain.of(shared(both), keeps(both)));
                elements = new Element(new Key.LinkName(other.getKey()), new Value.Asks(shared(both))).in(elements);
            }
        }
        return elements;
    }

    private void put(Chain chain) {
        chains.put(chain.name(), chain);
    }

    private static List<Line> keeps(TrackingTimeouts timeouts) {
        return Timeout.of(timeouts).stream()
                .map(Ending.Keeps::new)
                .map(Line::always)
                .toList();
    }

    Stream<Chain> chains() {
        return chains.values().stream();
    }

    /// Returns sets and maps, with the one that the kernel counts in if there is a quota.
    Stream<Lookup> lookups() {
        Stream<Lookup> counted = quota.stream()
                .map(some ->
                        new Lookup(LookupText.SESSIONS_OF_LINK, Lookup.Type.SESSIONS_OF_LINK, Lookup.noElements()));
        return Stream.concat(counted, lookups.values().stream());
    }
}
