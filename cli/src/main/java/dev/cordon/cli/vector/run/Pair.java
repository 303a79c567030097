package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.PacketForm;
import dev.cordon.cli.vector.form.UnreadableVectorException;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.stream.Stream;

/// Two ENIs between which a vector makes connections.
public record Pair(Eni from, Eni to) {

    /// What both sides say of one new connection.
    public record Ends(Verdict egress, Verdict ingress) {
        public boolean delivered() {
            return egress.action() == Action.ACCEPT && ingress.action() == Action.ACCEPT;
        }
    }

    /// The two ends of a packet as one side sees them.
    record Addresses(IpAddress source, IpAddress destination) {}

    /// @param via whether the peers name each other by private or by public address
    public record Connection(IpProtocol protocol, int sourcePort, int port, AddressFamily family, Via via) {

        /// Returns a connection between private IPv4 addresses.
        public static Connection of(IpProtocol protocol, int port) {
            return new Connection(protocol, PacketForm.EPHEMERAL_PORT, port, AddressFamily.IPV4, Via.PRIVATE);
        }
    }

    public enum Via {
        PRIVATE,
        EIP
    }

    public static Pair of(PolicyState state, String from, String to) {
        return new Pair(eni(state, from), eni(state, to));
    }

    private static Eni eni(PolicyState state, String id) {
        return state.eni(new EniId(id)).orElseThrow(() -> new UnreadableVectorException("no eni `" + id + "`"));
    }

    Pair reversed() {
        return new Pair(to, from);
    }

    public Ends connect(Connection connection, Reader reader) {
        Flow leaving = flow(connection, leaving(connection.family(), connection.via()));
        Flow arriving = flow(connection, arriving(connection.family(), connection.via()));
        return new Ends(
                reader.decide(from.id(), Direction.EGRESS, leaving),
                reader.decide(to.id(), Direction.INGRESS, arriving));
    }

    /// Returns what the sender's side sees: its own address is always the private one.
    Addresses leaving(AddressFamily family, Via via) {
        return new Addresses(
                privateAddress(from, family), via == Via.EIP ? eip(to, family) : privateAddress(to, family));
    }

    /// Returns what the receiver's side sees.
    Addresses arriving(AddressFamily family, Via via) {
        return new Addresses(
                via == Via.EIP ? eip(from, family) : privateAddress(from, family), privateAddress(to, family));
    }

    private static Flow flow(Connection connection, Addresses ends) {
        IpProtocol protocol = connection.protocol();
        if (protocol.equals(IpProtocol.TCP)) {
            return Flow.tcp(ends.source(), connection.sourcePort(), ends.destination(), connection.port());
        }
        if (protocol.equals(IpProtocol.UDP)) {
            return Flow.udp(ends.source(), connection.sourcePort(), ends.destination(), connection.port());
        }
        return protocol.isIcmp()
                ? Flow.ping(ends.source(), ends.destination())
                : Flow.opaque(ends.source(), ends.destination(), protocol);
    }

    private static IpAddress privateAddress(Eni eni, AddressFamily family) {
        return Stream.concat(Stream.of(eni.addresses().primary()), eni.addresses().others().stream())
                .filter(address -> address.family() == family)
                .findFirst()
                .orElseThrow(() -> new UnreadableVectorException("eni `" + eni.id() + "` has no " + family));
    }

    private static IpAddress eip(Eni eni, AddressFamily family) {
        return eni.addresses().publicAddresses().stream()
                .filter(address -> address.family() == family)
                .findFirst()
                .orElseThrow(() -> new UnreadableVectorException("eni `" + eni.id() + "` has no eip"));
    }
}
