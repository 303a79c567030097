package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.node.Node;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a guest sends from an address that is not its own reaches nobody, whatever policy says of
/// that address.
@RequiresRoot
final class ForgedSourceNetnsTest {

    private static final String FORGED = "192.0.2.66";
    private static final int PORT = 5_353;
    private static final long PROBE_COUNT = 100;

    private final TwoGuests guests = new TwoGuests();

    @AfterEach
    void takeAway() {
        guests.close();
    }

    /// The rule admits the forged address, so that nothing else can stop it.
    @Test
    void aForgedSourceReachesNobody(@TempDir Path folder) {
        try (Node node = Node.start(new Node.Settings(folder, new InetSocketAddress("127.0.0.1", 0)))) {
            CordonClient client = new CordonClient(node.credentials());
            GuardedPair pair = GuardedPair.make(client, guests);
            pair.admit(client, FORGED);
            pair.admit(client, TwoGuests.FIRST);
            guests.alias("tap2", pair.second().value());
            node.enforce(guests.host);
            sendFrom(FORGED);
            try (DatagramStream stream = stream()) {
                Eventually.holds("a link without alias is not held", () -> stream.arrived() > 0);
                guests.alias("tap1", pair.first().value());
                Eventually.holds("the forged source is stopped", () -> arrivedOf(stream) == 0);
                assertEquals(0, arrivedOf(stream));
            }
            sendFrom(TwoGuests.FIRST);
            try (DatagramStream stream = stream()) {
                Eventually.holds("its own source passes", () -> stream.arrived() > 0);
            }
        }
    }

    private DatagramStream stream() {
        return DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, PORT);
    }

    /// Returns how many of the next datagrams arrive.
    private static long arrivedOf(DatagramStream stream) {
        long arrivedBefore = stream.arrived();
        long sentBefore = stream.sent();
        Eventually.holds("datagrams are sent", () -> stream.sent() - sentBefore > PROBE_COUNT);
        return stream.arrived() - arrivedBefore;
    }

    private void sendFrom(String address) {
        TwoGuests.in(
                guests.first,
                "address replace " + address + "/32 dev eth0",
                "route replace default via 169.254.1.1 dev eth0 src " + address);
    }
}
