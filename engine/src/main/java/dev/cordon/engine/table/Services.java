package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// Parts protocols and destination ports into classes that the same rules cover.
///
/// Implementation note: the ports of TCP and UDP are one space of 17 bits. Few other protocols are
/// ever named, so they are looked for one by one.
final class Services {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int UDP_START = 1 << 16;
    private static final int FAMILY_SHIFT = 8;

    private final Ranges32 ports;
    private final int[] named;
    private final int[] rowsOfNamed;
    private final int otherwise;

    /// @param ports over the ports of TCP and, behind them, of UDP
    /// @param named protocols that rules name, as [coded][#coded]
    /// @param rowsOfNamed as many as named
    /// @param otherwise row of all other protocols
    Services(Ranges32 ports, int[] named, int[] rowsOfNamed, int otherwise) {
        this.ports = ports;
        this.named = named;
        this.rowsOfNamed = rowsOfNamed;
        this.otherwise = otherwise;
    }

    /// @param family ordinal of the address family
    static int coded(int protocol, int family) {
        return protocol | family << FAMILY_SHIFT;
    }

    static int port(int protocol, int port) {
        return protocol == UDP ? port | UDP_START : port;
    }

    static boolean hasPorts(int protocol) {
        return protocol == TCP || protocol == UDP;
    }

    /// Returns the row of the rules that a flow's protocol and destination port satisfy.
    int row(FlowColumns flows, int at) {
        int protocol = flows.protocol(at);
        return hasPorts(protocol)
                ? ports.row(port(protocol, flows.destinationPort(at)))
                : rowOfNamed(coded(protocol, flows.family(at)));
    }

    private int rowOfNamed(int coded) {
        for (int i = 0; i < named.length; i++) {
            if (named[i] == coded) {
                return rowsOfNamed[i];
            }
        }
        return otherwise;
    }
}
