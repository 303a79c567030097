package dev.cordon.nft.lower;

import dev.cordon.model.net.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The ports that no clause has taken yet.
final class FreePorts {

    private final TreeMap<Integer, Integer> lastByFirst = new TreeMap<>();

    private FreePorts(PortRange free) {
        lastByFirst.put(free.first(), free.last());
    }

    static FreePorts all() {
        return of(PortRange.ANY);
    }

    static FreePorts of(PortRange free) {
        return new FreePorts(free);
    }

    /// Takes what is free of a range, and returns it.
    List<PortRange> take(PortRange range) {
        List<PortRange> taken = new ArrayList<>();
        Map.Entry<Integer, Integer> part = lastByFirst.floorEntry(range.last());
        while (part != null && part.getValue() >= range.first()) {
            PortRange free = new PortRange(part.getKey(), part.getValue());
            PortRange both = new PortRange(Math.max(free.first(), range.first()), Math.min(free.last(), range.last()));
            lastByFirst.remove(free.first());
            if (free.first() < both.first()) {
                lastByFirst.put(free.first(), both.first() - 1);
            }
            if (both.last() < free.last()) {
                lastByFirst.put(both.last() + 1, free.last());
            }
            taken.add(both);
            part = lastByFirst.lowerEntry(both.first());
        }
        return taken;
    }
}
