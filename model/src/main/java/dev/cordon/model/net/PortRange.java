package dev.cordon.model.net;

/// Ports from `first` to `last`, both included.
public record PortRange(int first, int last) implements Comparable<PortRange> {

    public static final int PORT_MAX = 65_535;

    /// Every port, 0 included, which no written range names.
    public static final PortRange ANY = new PortRange(0, PORT_MAX);

    public PortRange {
        if (first < 0 || first > last || last > PORT_MAX) {
            throw new IllegalArgumentException("not a port range `" + first + "/" + last + "`");
        }
    }

    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /// Tells whether every port of `other` is in this range.
    public boolean contains(PortRange other) {
        return first <= other.first && other.last <= last;
    }

    @Override
    public int compareTo(PortRange other) {
        int byFirst = Integer.compare(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
