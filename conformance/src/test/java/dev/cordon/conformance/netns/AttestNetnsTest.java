package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.CommandProcess;
import dev.cordon.cli.Ended;
import dev.cordon.nft.plan.Plan;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `cordon attest` proves what an agent has put into the kernel, and finds a packet where somebody
/// has changed it: sent for real, it does what was said of it.
@RequiresRoot
final class AttestNetnsTest {

    private static final int PORT = 5_353;

    private final TwoGuests guests = new TwoGuests();

    @AfterEach
    void takeAway() {
        guests.close();
    }

    /// An agent has enforced something, and is gone.
    private record Left(GuardedPair pair, Path state) {}

    private Left leave(Path folder) throws IOException {
        try (UpProcess up = UpProcess.start(guests.host, folder)) {
            GuardedPair pair = up.ask(client -> GuardedPair.make(client, guests));
            guests.alias("tap1", pair.first().value());
            guests.alias("tap2", pair.second().value());
            up.ask(client -> {
                pair.rule(client, "AuthorizeSecurityGroup", "UDP", PORT);
                return true;
            });
            Eventually.holds("both links are bound", () -> bound(up) == 2);
            Ended equal = up.command("attest");
            assertEquals(0, equal.exitCode(), equal::toString);
            assertTrue(equal.out().startsWith("equal  revision "), equal.out());
            assertTrue(equal.out().contains("  2 links  "), equal.out());
            Path state = folder.resolve("state.json");
            Files.writeString(state, up.command("show", "state", "-o", "json").out());
            up.terminate();
            return new Left(pair, state);
        }
    }

    @Test
    void findsWhatSomebodyElseLetsThrough(@TempDir Path folder) throws IOException {
        Left left = leave(folder);
        assertEquals("equal", attest(folder, left.state()).json().path("result").asString());
        nft("insert rule inet cordon " + left.pair().second().value() + "/ingress udp dport 7777 accept");
        JsonNode packet = difference(folder, left.state());
        assertEquals("PASSES", packet.path("kernel").path("outcome").asString());
        assertEquals("DEFAULT_DROP", packet.path("engine").path("stage").asString());
        assertEquals("UDP", packet.path("protocol").asString());
        assertEquals(7_777, packet.path("toPort").asInt());
        assertTrue(arrives(packet.path("toPort").asInt()));
    }

    @Test
    void findsWhatSomebodyElseKeepsBack(@TempDir Path folder) throws IOException {
        Left left = leave(folder);
        assertTrue(arrives(PORT));
        nft("flush map inet cordon " + portsMap());
        JsonNode packet = difference(folder, left.state());
        assertEquals("DROPPED", packet.path("kernel").path("outcome").asString());
        assertEquals("ACCEPT", packet.path("engine").path("verdict").asString());
        assertEquals(TwoGuests.FIRST, packet.path("from").asString());
        assertEquals(PORT, packet.path("toPort").asInt());
    }

    @Test
    void findsThatDenialsDoNotDrop(@TempDir Path folder) throws IOException {
        Left left = leave(folder);
        nft("flush chain inet cordon deny/ingress/DEFAULT_DROP");
        JsonNode packet = difference(folder, left.state());
        assertEquals("PASSES", packet.path("kernel").path("outcome").asString());
        assertEquals("DROP", packet.path("engine").path("verdict").asString());
        assertTrue(arrives(7_778));
    }

    @Test
    void namesWhatItDoesNotUnderstand(@TempDir Path folder) throws IOException {
        Left left = leave(folder);
        nft("add rule inet cordon forward ip ttl 7 drop");
        Ended ended = attest(folder, left.state());
        assertEquals(1, ended.exitCode(), ended::toString);
        assertEquals(
                "chain forward: ip ttl 7 drop",
                ended.json().path("foreign").path(0).asString());
    }

    private static int bound(UpProcess up) {
        return up.ask(client -> client.ask("hosts", new TreeMap<>(Map.of())))
                .path("hosts")
                .path(0)
                .path("links")
                .size();
    }

    private String portsMap() {
        return nft("list table inet " + Plan.TABLE)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("map ") && line.contains("/ingress") && line.endsWith("/ports {"))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow();
    }

    private Ended attest(Path folder, Path state) {
        return guests.host.call(() -> CommandProcess.run(folder, "attest", "--state", state.toString(), "-o", "json"));
    }

    private JsonNode difference(Path folder, Path state) {
        Ended ended = attest(folder, state);
        assertEquals(1, ended.exitCode(), ended::toString);
        assertEquals("differs", ended.json().path("result").asString(), ended::toString);
        return ended.json();
    }

    private String nft(String commands) {
        return guests.host.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run(commands);
            }
        });
    }

    /// Sends a datagram from the first guest to the second one, until it is there.
    private boolean arrives(int port) {
        try (DatagramSocket socket = opened(guests.second, TwoGuests.SECOND, port)) {
            Eventually.holds("the datagram is there", () -> {
                send(port);
                return received(socket);
            });
            return true;
        }
    }

    private static DatagramSocket opened(NetworkNamespace namespace, String address, int port) {
        return namespace.call(() -> {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, port));
            socket.setSoTimeout(Math.toIntExact(Duration.ofMillis(300).toMillis()));
            return socket;
        });
    }

    private void send(int port) {
        guests.first.call(() -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName(TwoGuests.SECOND), port));
                return true;
            }
        });
    }

    private static boolean received(DatagramSocket socket) {
        try {
            socket.receive(new DatagramPacket(new byte[4], 4));
            return true;
        } catch (IOException late) {
            return false;
        }
    }
}
