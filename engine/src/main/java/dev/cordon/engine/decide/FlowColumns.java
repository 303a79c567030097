package dev.cordon.engine.decide;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Direction;
import java.util.Arrays;

/// Flows to be decided at ENIs, as columns of numbers: deciding one makes no object.
///
/// Grows as flows are added; may be cleared and filled again. Used by one thread at a time.
public final class FlowColumns {

    private static final int EGRESS = Direction.EGRESS.ordinal();
    private static final int CAPACITY_FIRST = 64;
    private static final int FAMILY_SHIFT = 8;
    private static final int DIRECTION_SHIFT = 9;
    private static final int MARK_SHIFT = 10;

    private int size;
    private int[] enis = new int[CAPACITY_FIRST];
    private int[] heads = new int[CAPACITY_FIRST];
    private int[] transports = new int[CAPACITY_FIRST];
    /// Four for each flow: the peer's high and low half, then the local side's.
    private long[] addresses = new long[CAPACITY_FIRST * 4];

    public FlowColumns() {}

    /// Adds a flow that is to be decided at an ENI.
    ///
    /// @param eni index of the ENI in the policy that is going to be asked
    public void add(int eni, Direction direction, Flow flow) {
        if (size == enis.length) {
            grow();
        }
        IpAddress peer = direction.peerOf(flow);
        IpAddress local = direction.localOf(flow);
        enis[size] = eni;
        heads[size] = flow.protocol().number()
                | flow.family().ordinal() << FAMILY_SHIFT
                | direction.ordinal() << DIRECTION_SHIFT
                | flow.mark().ordinal() << MARK_SHIFT;
        transports[size] = transport(flow.transport());
        addresses[size * 4] = high(peer);
        addresses[size * 4 + 1] = low(peer);
        addresses[size * 4 + 2] = high(local);
        addresses[size * 4 + 3] = low(local);
        size++;
    }

    private void grow() {
        int capacity = 2 * enis.length;
        enis = Arrays.copyOf(enis, capacity);
        heads = Arrays.copyOf(heads, capacity);
        transports = Arrays.copyOf(transports, capacity);
        addresses = Arrays.copyOf(addresses, 4 * capacity);
    }

    private static int transport(Transport transport) {
        return switch (transport) {
            case Transport.Ports(int source, int destination) -> source << 16 | destination;
            case Transport.Icmp(int type, int code) -> type << 16 | code;
            case Transport.Opaque() -> 0;
        };
    }

    private static long high(IpAddress address) {
        return switch (address) {
            case IpAddress.V4 v4 -> 0;
            case IpAddress.V6(long high, long low) -> high;
        };
    }

    private static long low(IpAddress address) {
        return switch (address) {
            case IpAddress.V4(int bits) -> Integer.toUnsignedLong(bits);
            case IpAddress.V6(long high, long low) -> low;
        };
    }

    /// Returns a flow as it was added.
    public Flow flow(int row) {
        IpAddress peer = address(row, peerHigh(row), peerLow(row));
        IpAddress local = address(row, localHigh(row), localLow(row));
        return new Flow(
                isEgress(row) ? local : peer,
                isEgress(row) ? peer : local,
                new IpProtocol(protocol(row)),
                transport(row),
                Mark.values()[mark(row)]);
    }

    private IpAddress address(int row, long high, long low) {
        return isV6(row) ? new IpAddress.V6(high, low) : new IpAddress.V4((int) low);
    }

    private Transport transport(int row) {
        IpProtocol protocol = new IpProtocol(protocol(row));
        if (protocol.hasPorts()) {
            return new Transport.Ports(sourcePort(row), destinationPort(row));
        }
        return protocol.isIcmp() ? new Transport.Icmp(sourcePort(row), destinationPort(row)) : new Transport.Opaque();
    }

    public int size() {
        return size;
    }

    /// Forgets all flows and keeps the room.
    public void clear() {
        size = 0;
    }

    public int eni(int row) {
        return enis[row];
    }

    /// Returns the protocol's number.
    public int protocol(int row) {
        return heads[row] & 0xff;
    }

    /// Returns the ordinal of the address family.
    public int family(int row) {
        return heads[row] >>> FAMILY_SHIFT & 1;
    }

    public boolean isV6(int row) {
        return family(row) != 0;
    }

    /// Returns the ordinal of the [Direction].
    public int direction(int row) {
        return heads[row] >>> DIRECTION_SHIFT & 1;
    }

    public boolean isEgress(int row) {
        return direction(row) == EGRESS;
    }

    /// Returns the ordinal of the mark.
    public int mark(int row) {
        return heads[row] >>> MARK_SHIFT;
    }

    /// Returns the first 16 bits behind the IP header, as far as rules look at them: the source
    /// port, or the type of an ICMP message.
    public int sourcePort(int row) {
        return transports[row] >>> 16;
    }

    /// Returns the destination port, or the code of an ICMP message.
    public int destinationPort(int row) {
        return transports[row] & 0xffff;
    }

    /// Returns the first half of the peer's address; 0 for IPv4.
    public long peerHigh(int row) {
        return addresses[row * 4];
    }

    /// Returns the second half of the peer's address; all of it for IPv4.
    public long peerLow(int row) {
        return addresses[row * 4 + 1];
    }

    public long localHigh(int row) {
        return addresses[row * 4 + 2];
    }

    public long localLow(int row) {
        return addresses[row * 4 + 3];
    }
}
