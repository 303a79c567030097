package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.cli.Ended;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the kernel has counted is told rule by rule through `cordon hits`.
@RequiresRoot
final class HitsNetnsTest {

    private static final int ADMITTED_PORT = 5_353;
    private static final int DENIED_PORT = 5_354;

    private final TwoGuests guests = new TwoGuests();

    @AfterEach
    void takeAway() {
        guests.close();
    }

    @Test
    void flowsAreCountedForTheRuleThatDecidesThem(@TempDir Path folder) {
        try (UpProcess up = UpProcess.start(guests.host, folder)) {
            GuardedPair pair = up.ask(client -> GuardedPair.make(client, guests));
            guests.alias("tap1", pair.first().value());
            guests.alias("tap2", pair.second().value());
            up.ask(client -> {
                pair.rule(client, "AuthorizeSecurityGroup", "UDP", ADMITTED_PORT);
                return true;
            });
            try (DatagramStream _ = DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, ADMITTED_PORT);
                    DatagramStream _ =
                            DatagramStream.start(guests.first, guests.second, TwoGuests.SECOND, DENIED_PORT)) {
                Eventually.holds("both are counted", () -> {
                    JsonNode hits = up.command("hits", "-o", "json").json();
                    return packets(hits, "CUSTOM") > 0 && packets(hits, "DEFAULT_DROP") > 0;
                });
            }
            Ended printed = up.command("hits", "--group", pair.group().value());
            assertEquals(0, printed.exitCode(), printed::toString);
            assertEquals(1, printed.out().lines().count(), printed.out());
            assertTrue(printed.out().startsWith("ingress  ACCEPT  CUSTOM  " + pair.group() + "  sgr-"), printed.out());
        }
    }

    private static long packets(JsonNode hits, String stage) {
        return hits.path("hits")
                .valueStream()
                .filter(hit -> hit.path("direction").asString().equals("ingress"))
                .filter(hit -> hit.path("stage").asString().equals(stage))
                .flatMap(hit -> Stream.of(hit.path("packets").asLong(0)))
                .reduce(0L, Long::sum);
    }
}
