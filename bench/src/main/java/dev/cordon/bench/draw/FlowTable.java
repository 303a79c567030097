package dev.cordon.bench.draw;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Direction;

/// Flows at ENIs as columns of numbers: a million of them in little memory, and read without
/// making an object.
public final class FlowTable {

    private static final Direction[] DIRECTIONS = Direction.values();

    private int size;
    private final int[] enis;
    private final byte[] directions;
    private final byte[] families;
    private final short[] protocols;
    private final int[] transports;
    private final long[] addresses;

    public FlowTable(int capacity) {
        enis = new int[capacity];
        directions = new byte[capacity];
        families = new byte[capacity];
        protocols = new short[capacity];
        transports = new int[capacity];
        addresses = new long[4 * capacity];
    }

    public int size() {
        return size;
    }

    /// Adds an unmarked flow that is to be decided at an ENI.
    ///
    /// @param eni index of the ENI
    public void add(int eni, Direction direction, Flow flow) {
        enis[size] = eni;
        directions[size] = (byte) direction.ordinal();
        families[size] = (byte) flow.family().ordinal();
        protocols[size] = (short) flow.protocol().number();
        transports[size] = switch (flow.transport()) {
            case Ports(int source, int destination) -> source << 16 | destination;
            case Icmp(int type, int code) -> type << 16 | code;
            case Opaque() -> 0;
        };
        put(4 * size, direction.peerOf(flow));
        put(4 * size + 2, direction.localOf(flow));
        size++;
    }

    private void put(int at, IpAddress address) {
        switch (address) {
            case V4(int bits) -> addresses[at + 1] = Integer.toUnsignedLong(bits);
            case V6(long high, long low) -> {
                addresses[at] = high;
                addresses[at + 1] = low;
            }
        }
    }

    /// Adds a row of another table.
    public void add(FlowTable other, int row) {
        enis[size] = other.enis[row];
        directions[size] = other.directions[row];
        families[size] = other.families[row];
        protocols[size] = other.protocols[row];
        transports[size] = other.transports[row];
        System.arraycopy(other.addresses, 4 * row, addresses, 4 * size, 4);
        size++;
    }

    public int eni(int row) {
        return enis[row];
    }

    public Direction direction(int row) {
        return DIRECTIONS[directions[row]];
    }

    public int protocol(int row) {
        return protocols[row];
    }

    /// Returns the source port, or the type of an ICMP message.
    public int sourcePort(int row) {
        return transports[row] >>> 16;
    }

    /// Returns the destination port, or the code of an ICMP message.
    public int destinationPort(int row) {
        return transports[row] & 0xffff;
    }

    /// Returns the bits of the peer's IPv4 address, or the last ones of its IPv6 address.
    public int peerBits(int row) {
        return (int) addresses[4 * row + 1];
    }

    /// Returns the bits of the local IPv4 address, or the last ones of the IPv6 address.
    public int localBits(int row) {
        return (int) addresses[4 * row + 3];
    }

    /// Returns a flow as it was added.
    public Flow flow(int row) {
        IpAddress peer = address(row, 4 * row);
        IpAddress local = address(row, 4 * row + 2);
        boolean isIngress = direction(row) == Direction.INGRESS;
        IpProtocol protocol = new IpProtocol(protocol(row));
        return new Flow(isIngress ? peer : local, isIngress ? local : peer, protocol, transport(row), Mark.NONE);
    }

    private IpAddress address(int row, int at) {
        return families[row] == 0 ? new V4((int) addresses[at + 1]) : new V6(addresses[at], addresses[at + 1]);
    }

    private Transport transport(int row) {
        IpProtocol protocol = new IpProtocol(protocol(row));
        if (protocol.hasPorts()) {
            return new Ports(sourcePort(row), destinationPort(row));
        }
        return protocol.isIcmp() ? new Icmp(sourcePort(row), destinationPort(row)) : new Opaque();
    }
}
