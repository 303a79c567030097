package dev.cordon.model.net;

/// The protocol that an IP packet carries, by its IANA number.
///
/// @spec https://www.iana.org/assignments/protocol-numbers Protocol numbers
public record IpProtocol(int number) implements Comparable<IpProtocol> {

    public static final int NUMBER_MAX = 255;

    public static final IpProtocol ICMP = new IpProtocol(1);
    public static final IpProtocol TCP = new IpProtocol(6);
    public static final IpProtocol UDP = new IpProtocol(17);
    public static final IpProtocol GRE = new IpProtocol(47);
    public static final IpProtocol ICMPV6 = new IpProtocol(58);

    public IpProtocol {
        if (number < 0 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("not a protocol number `" + number + "`");
        }
    }

    /// Tells whether rules can look at ports of this protocol.
    public boolean hasPorts() {
        return equals(TCP) || equals(UDP);
    }

    public boolean isIcmp() {
        return equals(ICMP) || equals(ICMPV6);
    }

    /// Tells whether packets of this protocol in that family are the protocol of the name: ICMP
    /// belongs to IPv4 alone, ICMPv6 to IPv6 alone.
    public boolean belongsTo(AddressFamily family) {
        if (equals(ICMP)) {
            return family == AddressFamily.IPV4;
        }
        return !equals(ICMPV6) || family == AddressFamily.IPV6;
    }

    @Override
    public int compareTo(IpProtocol other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return switch (number) {
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            case 47 -> "GRE";
            case 58 -> "ICMPv6";
            default -> Integer.toString(number);
        };
    }
}
