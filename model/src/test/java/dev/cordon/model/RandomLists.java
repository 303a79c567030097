package dev.cordon.model;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Labels;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Random prefix lists and port lists, and the small pools that all values are drawn from.
final class RandomLists {

    private static final int ENTRY_COUNT_MAX = 4;

    /// As many as a prefix list may have.
    private static final int MANY_ENTRIES_MAX = 200;

    private static final List<String> IPV4_POOL = List.of(
            "0.0.0.0",
            "10.0.0.0",
            "10.0.0.1",
            "10.0.0.2",
            "10.0.0.3",
            "10.0.0.4",
            "10.0.1.1",
            "10.0.0.18",
            "100.64.0.9",
            "100.100.100.200",
            "192.0.2.7",
            "203.0.113.5",
            "255.255.255.255");
    private static final List<String> IPV6_POOL = List.of(
            "::",
            "::ffff:10.0.0.1",
            "2001:db8::",
            "2001:db8::1",
            "2001:db8::2",
            "2001:db8::3",
            "2001:db8:0:1::1",
            "2001:db8::1:0:0:2",
            "2400:3200::1",
            "fd00::8",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    private static final Integer[] PORTS = {1, 21, 22, 23, 24, 25, 443, 444, 65_534, 65_535};

    private final Chance chance;
    private final List<PrefixList> prefixLists;
    private final List<PortList> portLists;

    RandomLists(Chance chance) {
        this.chance = chance;
        this.prefixLists = IntStream.rangeClosed(1, chance.between(1, 3))
                .mapToObj(this::prefixList)
                .toList();
        this.portLists = IntStream.rangeClosed(1, chance.between(1, 2))
                .mapToObj(this::portList)
                .toList();
    }

    List<Entity> entities() {
        return Stream.<Entity>concat(prefixLists.stream(), portLists.stream()).toList();
    }

    PrefixListId prefixList() {
        return chance.of(prefixLists).id();
    }

    PortListId portList() {
        return chance.of(portLists).id();
    }

    private PrefixList prefixList(int number) {
        AddressFamily family = chance.of(AddressFamily.values());
        List<CidrBlock> entries = chance.oneIn(24) ? manyBlocks(family) : blocks(family);
        int entryCountMax = Math.max(1, entries.size() + chance.of(0, 1, 5));
        return new PrefixList(
                new PrefixListId("pl-" + number),
                family,
                entryCountMax,
                entries,
                notes(entries),
                details("pl-" + number));
    }

    private List<CidrBlock> blocks(AddressFamily family) {
        return IntStream.range(0, chance.between(0, ENTRY_COUNT_MAX))
                .mapToObj(i -> block(family))
                .distinct()
                .toList();
    }

    /// Returns every second address from one of the pool on: ranges that do not touch.
    private List<CidrBlock> manyBlocks(AddressFamily family) {
        BigInteger first = Borders.number(block(family).first()).max(BigInteger.valueOf(2 * MANY_ENTRIES_MAX));
        return IntStream.range(0, MANY_ENTRIES_MAX)
                .mapToObj(i -> Borders.address(family, first.subtract(BigInteger.valueOf(2 * i)))
                        .asBlock())
                .toList();
    }

    private PortList portList(int number) {
        List<PortRange> entries = IntStream.range(0, chance.between(0, ENTRY_COUNT_MAX))
                .mapToObj(i -> portRange())
                .distinct()
                .toList();
        int entryCountMax = Math.max(1, entries.size() + chance.of(0, 1, 5));
        return new PortList(
                new PortListId("prl-" + number), entryCountMax, entries, notes(entries), details("prl-" + number));
    }

    CidrBlock block(AddressFamily family) {
        IpAddress address = IpAddress.of(chance.of(family == AddressFamily.IPV4 ? IPV4_POOL : IPV6_POOL));
        int prefixLengthBits = family == AddressFamily.IPV4
                ? chance.of(0, 1, 8, 24, 29, 30, 31, 32, 32)
                : chance.of(0, 1, 32, 48, 63, 64, 65, 127, 128, 128);
        return new CidrBlock(address.masked(prefixLengthBits), prefixLengthBits);
    }

    /// Returns a range between two ports of a small pool: many share a border, or touch.
    PortRange portRange() {
        int one = chance.of(PORTS);
        int other = chance.oneIn(2) ? one : chance.of(PORTS);
        return new PortRange(Math.min(one, other), Math.max(one, other));
    }

    /// Returns details with text that is hard to write down.
    Details details(String name) {
        String description = chance.of("", "plain", "quoted \"text\" \\ and\ttab", "安全组 🛡", "é = e\u0301");
        return new Details(chance.oneIn(3) ? "" : name + " name", description, instant(), labels());
    }

    private Labels labels() {
        return chance.oneIn(2)
                ? Labels.NONE
                : Labels.of(chance.of("", "rg-1"), notes(chance.some(List.of("env", "团队", "a:b", "aliased"), 4)));
    }

    /// Returns a text for some of the keys.
    private <K> Map<K, String> notes(List<K> keys) {
        Map<K, String> notes = new HashMap<>();
        keys.stream().filter(key -> chance.oneIn(2)).forEach(key -> notes.put(key, chance.of("", "a \"note\"", "注")));
        return notes;
    }

    Instant instant() {
        return Instant.ofEpochSecond(1_500_000_000L + chance.between(0, 99) * 86_399L);
    }
}
