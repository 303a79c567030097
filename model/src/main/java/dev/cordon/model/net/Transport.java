package dev.cordon.model.net;

/// What a packet shows a rule behind its IP header.
public sealed interface Transport {

    /// The ports of TCP and UDP.
    record Ports(int source, int destination) implements Transport {
        public Ports {
            if (!PortRange.ANY.contains(source) || !PortRange.ANY.contains(destination)) {
                throw new IllegalArgumentException("not ports `" + source + ", " + destination + "`");
            }
        }
    }

    /// Type and code of ICMP and ICMPv6. Rules do not look at them; the platform's clauses do.
    record Icmp(int type, int code) implements Transport {
        public Icmp {
            if (type < 0 || type > 255 || code < 0 || code > 255) {
                throw new IllegalArgumentException("not an icmp type and code `" + type + ", " + code + "`");
            }
        }
    }

    /// A protocol whose header no rule looks into, such as GRE.
    record Opaque() implements Transport {}
}
