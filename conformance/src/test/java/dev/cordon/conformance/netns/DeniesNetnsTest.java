package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.Ended;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a rule drops and logs is told through `/v1/denies` and `cordon denies`.
@RequiresRoot
final class DeniesNetnsTest {

    private static final int PORT = 5_353;

    private final TwoGuests guests = new TwoGuests();

    @AfterEach
    void takeAway() {
        guests.close();
    }

    private void logs(String prefix) {
        guests.host.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run("table inet logging { chain forward { type filter hook forward priority -10;"
                        + " udp dport " + PORT + " log prefix \"" + prefix + "\" group 8620 drop; }; }");
            }
        });
    }

    @Test
    void aDenyIsToldWithItsReason(@TempDir Path folder) {
        logs("eni-7 ingress CUSTOM sg-a sgr-b");
        try (UpProcess up = UpProcess.start(guests.host, folder);
                DatagramStream _ = DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, PORT)) {
            JsonNode deny = next(up, "eni-7").path("denies").path(0);
            assertEquals("eni-7", deny.path("eni").asString());
            assertEquals("ingress", deny.path("direction").asString());
            assertEquals(TwoGuests.FIRST, deny.path("from").asString());
            assertEquals(TwoGuests.SECOND, deny.path("to").asString());
            assertEquals(PORT, deny.path("toPort").asInt());
            assertEquals("sgr-b", deny.path("rule").asString());
            assertEquals(
                    0,
                    up.ask(client -> client.ask("denies", new TreeMap<>(Map.of("eni", "eni-8"))))
                            .path("denies")
                            .size());
            assertTrue(up.ask(client -> SessionsNetnsTest.metrics(client.endpoint()))
                    .contains("\ncordon_denied_packets_total{stage=\"CUSTOM\"} "));
            Ended printed = up.command("denies", "--eni", "eni-7", "--count", "1");
            assertEquals(0, printed.exitCode());
            assertTrue(printed.out().contains("  eni-7  ingress  UDP "), printed.out());
            assertTrue(printed.out().contains("CUSTOM  sg-a  sgr-b"), printed.out());
        }
    }

    private static JsonNode next(UpProcess up, String eni) {
        return up.ask(client -> client.ask("denies", new TreeMap<>(Map.of("after", "0", "wait", "20", "eni", eni))));
    }
}
