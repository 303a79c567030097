package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.Ended;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Live sessions are told through `/v1/sessions` and `cordon sessions`, and counted on `/metrics`.
@RequiresRoot
final class SessionsNetnsTest {

    private static final int PORT = 5_353;

    private final TwoGuests guests = new TwoGuests();

    @AfterEach
    void takeAway() {
        guests.close();
    }

    private void tracks() {
        guests.host.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run("table inet tracking { chain forward { type filter hook forward priority -10;"
                        + " ct state new accept; }; }");
            }
        });
    }

    @Test
    void aSessionIsToldWithItsOpener(@TempDir Path folder) {
        tracks();
        try (UpProcess up = UpProcess.start(guests.host, folder)) {
            GuardedPair pair = up.ask(client -> GuardedPair.make(client, guests));
            send();
            Eventually.holds("the datagram is tracked", () -> sessionCount(up, pair) > 0);
            JsonNode answer = up.ask(client -> client.ask(
                    "sessions", new TreeMap<>(Map.of("eni", pair.second().value()))));
            assertEquals(1, answer.path("count").asInt());
            JsonNode session = answer.path("sessions").path(0);
            assertEquals(TwoGuests.FIRST, session.path("from").asString());
            assertEquals(TwoGuests.SECOND, session.path("to").asString());
            assertEquals(PORT, session.path("toPort").asInt());
            assertEquals(pair.first().value(), session.path("openedBy").asString());
            Ended printed = up.command("sessions", "--eni", pair.first().value());
            assertEquals(0, printed.exitCode());
            assertTrue(printed.out().contains("-> " + TwoGuests.SECOND + ":" + PORT + "  UNREPLIED  "), printed.out());
            assertTrue(printed.out().contains("opened by " + pair.first().value()), printed.out());
            String metrics = up.ask(client -> metrics(client.endpoint()));
            assertTrue(metrics.matches("(?s).*\ncordon_sessions [1-9].*"), metrics);
            assertTrue(metrics.contains("\ncordon_apply_duration_seconds_count "), metrics);
            assertTrue(metrics.contains("\ncordon_denied_packets_lost_total 0.0\n"), metrics);
        }
    }

    private void send() {
        guests.first.call(() -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName(TwoGuests.SECOND), PORT));
                return true;
            }
        });
    }

    private static int sessionCount(UpProcess up, GuardedPair pair) {
        return up.ask(client -> client.ask(
                        "sessions", new TreeMap<>(Map.of("eni", pair.first().value()))))
                .path("count")
                .asInt();
    }

    static String metrics(String endpoint) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(endpoint + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
