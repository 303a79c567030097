package dev.cordon.nft.ruleset;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Our tables in the kernel: one for each kind of packet that we have a say about.
///
/// A ruleset is all of them. What is in the one of IP has the name that it has in the kernel; the
/// names of what is elsewhere begin with the table's family and a space, which no name in a kernel
/// has: `arp input`.
public enum Table {
    /// IP of both versions.
    INET,
    ARP,
    /// Frames that go from port to port.
    BRIDGE;

    /// Returns the table that a chain, set or map is in.
    public static Table of(String name) {
        return Stream.of(values())
                .filter(table -> name.startsWith(table.family() + " "))
                .findFirst()
                .orElse(INET);
    }

    /// Returns the tables that chains, sets and maps are in, and that of IP.
    public static Set<Table> of(Stream<String> names) {
        Set<Table> tables = EnumSet.of(INET);
        names.map(Table::of).forEach(tables::add);
        return tables;
    }

    /// Returns the name of something that is in this table.
    ///
    /// @param inKernel its name in the kernel
    public String named(String inKernel) {
        return this == INET ? inKernel : family() + " " + inKernel;
    }

    /// Returns the name that something has in the kernel.
    public static String inKernel(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    /// Returns the word of nft.
    public String family() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns family and name of each of our tables, all of which have one name.
    public static Stream<String> all(String name) {
        return Stream.of(values()).map(table -> table.family() + " " + name);
    }
}
