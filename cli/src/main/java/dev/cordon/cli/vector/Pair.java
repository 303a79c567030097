package dev.cordon.cli.vector;

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
record Pair(Eni from, Eni to) {

    /// What both sides say of one new connection.
    record Ends(Verdict egress, Verdict ingress) {
        boolean delivered() {
            return egress.action() == Action.ACCEPT && ingress.action() == Action.ACCEPT;
        }
    }

    /// @param via whether the peers name each other by private or by public address
    record Connection(IpProtocol protocol, int port, AddressFamily family, Via via) {}

    enum Via {
        PRIVATE,
        EIP
    }

    static Pair of(PolicyState state, String from, String to) {
        return new Pair(eni(state, from), eni(state, to));
    }

    private static Eni eni(PolicyState state, String id) {
        return state.eni(new EniId(id)).orElseThrow(() -> new UnreadableVectorException("no eni `" + id + "`"));
    }

    Pair reversed() {
        return new Pair(to, from);
    }

    Ends connect(Connection connection, Reader reader) {
        IpAddress source = privateAddress(from, connection.family());
        IpAddress destination = privateAddress(to, connection.family());
        boolean publicly = connection.via() == Via.EIP;
        Flow leaving = flow(connection, source, publicly ? eip(to) : destination);
        Flow arriving = flow(connection, publicly ? eip(from) : source, destination);
        return new Ends(
                reader.decide(from.id(), Direction.EGRESS, leaving),
                reader.decide(to.id(), Direction.INGRESS, arriving));
    }

    private static Flow flow(Connection connection, IpAddress source, IpAddress destination) {
        IpProtocol protocol = connection.protocol();
        if (protocol.equals(IpProtocol.TCP)) {
            return Flow.tcp(source, VectorFlow.EPHEMERAL_PORT, destination, connection.port());
        }
        if (protocol.equals(IpProtocol.UDP)) {
            return Flow.udp(source, VectorFlow.EPHEMERAL_PORT, destination, connection.port());
        }
        if (protocol.isIcmp()) {
            return Flow.ping(source, destination);
        }
        return Flow.opaque(source, destination, protocol);
    }

    private static IpAddress privateAddress(Eni eni, AddressFamily family) {
        return Stream.concat(Stream.of(eni.addresses().primary()), eni.addresses().others().stream())
                .filter(address -> address.family() == family)
                .findFirst()
                .orElseThrow(() -> new UnreadableVectorException("eni `" + eni.id() + "` has no " + family));
    }

    private static IpAddress eip(Eni eni) {
        return eni.addresses().publicAddresses().stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableVectorException("eni `" + eni.id() + "` has no eip"));
    }
}
