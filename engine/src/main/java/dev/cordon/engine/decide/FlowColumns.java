package dev.cordon.engine.decide;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Direction;
import java.util.Arrays;

/// Flows to be decided at ENIs, as rows of numbers: deciding one makes no object.
///
/// Grows as flows are added; may be cleared and filled again. Used by one thread at a time.
public final class FlowColumns {

    private static final int EGRESS = Direction.EGRESS.ordinal();
    private static final int CAPACITY_FIRST = 64;
    private static final int FAMILY_SHIFT = 8;
    private static final int DIRECTION_SHIFT = 9;
    private static final int MARK_SHIFT = 10;

    /// A flow: who and what, the transport, the peer's high and low half, the local side's.
    private static final int WIDTH = 6;

    private static final int TRANSPORT = 1;
    private static final int PEER = 2;
    private static final int LOCAL = 4;

    private int size;
    private long[] words = new long[CAPACITY_FIRST * WIDTH];

    public FlowColumns() {}

    /// Adds a flow that is to be decided at an ENI.
    ///
    /// @param eni index of the ENI in the policy that is going to be asked
    public void add(int eni, Direction direction, Flow flow) {
        if (size * WIDTH == words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        IpAddress peer = direction.peerOf(flow);
        IpAddress local = direction.localOf(flow);
        int head = flow.protocol().number()
                | flow.family().ordinal() << FAMILY_SHIFT
                | direction.ordinal() << DIRECTION_SHIFT
                | flow.mark().ordinal() << MARK_SHIFT;
        int at = size * WIDTH;
        words[at] = Integer.toUnsignedLong(eni) | (long) head << Integer.SIZE;
        words[at + TRANSPORT] = transport(flow.transport());
        words[at + PEER] = high(peer);
        words[at + PEER + 1] = low(peer);
        words[at + LOCAL] = high(local);
        words[at + LOCAL + 1] = low(local);
        size++;
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
        return (int) words[row * WIDTH];
    }

    private int head(int row) {
        return (int) (words[row * WIDTH] >>> Integer.SIZE);
    }

    /// Returns the protocol's number, with the ordinal of the family above its eight bits.
    public int coded(int row) {
        return head(row) & 0x1ff;
    }

    /// Returns the protocol's number.
    public int protocol(int row) {
        return head(row) & 0xff;
    }

    /// Returns the ordinal of the address family.
    public int family(int row) {
        return head(row) >>> FAMILY_SHIFT & 1;
    }

    public boolean isV6(int row) {
        return family(row) != 0;
    }

    /// Returns the ordinal of the [Direction].
    public int direction(int row) {
        return head(row) >>> DIRECTION_SHIFT & 1;
    }

    public boolean isEgress(int row) {
        return direction(row) == EGRESS;
    }

    /// Returns the ordinal of the mark.
    public int mark(int row) {
        return head(row) >>> MARK_SHIFT;
    }

    /// Returns the first 16 bits behind the IP header, as far as rules look at them: the source
    /// port, or the type of an ICMP message.
    public int sourcePort(int row) {
        return (int) words[row * WIDTH + TRANSPORT] >>> 16;
    }

    /// Returns the destination port, or the code of an ICMP message.
    public int destinationPort(int row) {
        return (int) words[row * WIDTH + TRANSPORT] & 0xffff;
    }

    /// Returns the first half of the peer's address; 0 for IPv4.
    public long peerHigh(int row) {
        return words[row * WIDTH + PEER];
    }

    /// Returns the second half of the peer's address; all of it for IPv4.
    public long peerLow(int row) {
        return words[row * WIDTH + PEER + 1];
    }

    public long localHigh(int row) {
        return words[row * WIDTH + LOCAL];
    }

    public long localLow(int row) {
        return words[row * WIDTH + LOCAL + 1];
    }

    /// Returns a hash of all that is known of a flow, whose first bits are the best ones.
    long hash(int row) {
        int at = row * WIDTH;
        long mixed = words[at] * 0x9e37_79b9_7f4a_7c15L
                ^ words[at + TRANSPORT] * 0xbf58_476d_1ce4_e5b9L
                ^ words[at + PEER] * 0x94d0_49bb_1331_11ebL
                ^ Long.rotateLeft(words[at + PEER + 1] * 0xc2b2_ae3d_27d4_eb4fL, 31)
                ^ Long.rotateLeft(words[at + LOCAL + 1] * 0x1656_67b1_9e37_79f9L, 17);
        return (mixed ^ mixed >>> 32) * 0x9e37_79b9_7f4a_7c15L;
    }

    /// Returns 0 if a flow is the one that was [copied][#copy] to a place.
    long differs(int row, long[] from, int at) {
        int of = row * WIDTH;
        return words[of] ^ from[at]
                | words[of + TRANSPORT] ^ from[at + TRANSPORT]
                | words[of + PEER] ^ from[at + PEER]
                | words[of + PEER + 1] ^ from[at + PEER + 1]
                | words[of + LOCAL] ^ from[at + LOCAL]
                | words[of + LOCAL + 1] ^ from[at + LOCAL + 1];
    }

    /// Copies all that is known of a flow.
    void copy(int row, long[] into, int at) {
        System.arraycopy(words, row * WIDTH, into, at, WIDTH);
    }
}
