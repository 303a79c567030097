package dev.cordon.bench.classbench;

import dev.cordon.bench.draw.Mix;

/// The shapes of rule sets: which prefix lengths, ports and protocols come how often.
///
/// `ACL`, `FW` and `IPC` follow what the filter sets that ClassBench was derived from have in
/// common; the numbers are rounded and our own. `SG` is what security groups hold: a peer, a
/// protocol and destination ports.
///
/// @see "Taylor, Turner: ClassBench: A Packet Classification Benchmark, INFOCOM 2005"
public enum RuleShape {
    /// Access lists: a specific destination, a service; the source often wide.
    ACL(
            Mix.of(25, 0).and(5, 8).and(10, 16).and(20, 24).and(10, 27).and(30, 32),
            Mix.of(2, 0).and(8, 16).and(25, 24).and(15, 28).and(50, 32),
            Mix.of(100, PortClass.ANY),
            Mix.of(60, PortClass.EXACT)
                    .and(15, PortClass.RANGE)
                    .and(10, PortClass.HIGH)
                    .and(15, PortClass.ANY),
            Mix.of(75, 6).and(15, 17).and(3, 1).and(7, -1)),

    /// Firewalls: many wildcards, in either address and in the ports of both sides.
    FW(
            Mix.of(35, 0).and(5, 8).and(10, 16).and(15, 24).and(35, 32),
            Mix.of(35, 0).and(5, 8).and(15, 16).and(15, 24).and(30, 32),
            Mix.of(70, PortClass.ANY)
                    .and(15, PortClass.HIGH)
                    .and(10, PortClass.EXACT)
                    .and(5, PortClass.RANGE),
            Mix.of(40, PortClass.EXACT)
                    .and(20, PortClass.HIGH)
                    .and(10, PortClass.RANGE)
                    .and(30, PortClass.ANY),
            Mix.of(55, 6).and(25, 17).and(5, 1).and(3, 47).and(12, -1)),

    /// Chains of a host: in between, with a few ports of the source.
    IPC(
            Mix.of(15, 0).and(10, 8).and(15, 16).and(25, 24).and(5, 28).and(30, 32),
            Mix.of(15, 0).and(5, 8).and(15, 16).and(25, 24).and(5, 28).and(35, 32),
            Mix.of(80, PortClass.ANY).and(5, PortClass.HIGH).and(15, PortClass.EXACT),
            Mix.of(50, PortClass.EXACT)
                    .and(10, PortClass.HIGH)
                    .and(5, PortClass.LOW)
                    .and(35, PortClass.ANY),
            Mix.of(50, 6).and(25, 17).and(10, 1).and(15, -1)),

    /// Security groups.
    SG(
            Mix.of(8, 0).and(7, 8).and(15, 16).and(40, 24).and(10, 28).and(20, 32),
            Mix.of(100, 0),
            Mix.of(100, PortClass.ANY),
            Mix.of(65, PortClass.EXACT)
                    .and(20, PortClass.RANGE)
                    .and(5, PortClass.HIGH)
                    .and(10, PortClass.ANY),
            Mix.of(75, 6).and(15, 17).and(4, 1).and(6, -1));

    final Mix<Integer> peerLengths;
    final Mix<Integer> localLengths;
    final Mix<PortClass> sourcePorts;
    final Mix<PortClass> destinationPorts;

    /// IANA numbers; -1 is all.
    final Mix<Integer> protocols;

    RuleShape(
            Mix<Integer> peerLengths,
            Mix<Integer> localLengths,
            Mix<PortClass> sourcePorts,
            Mix<PortClass> destinationPorts,
            Mix<Integer> protocols) {
        this.peerLengths = peerLengths;
        this.localLengths = localLengths;
        this.sourcePorts = sourcePorts;
        this.destinationPorts = destinationPorts;
        this.protocols = protocols;
    }
}
