package dev.cordon.wire.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.wire.Golden;
import dev.cordon.wire.Parsed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Attempt ATTEMPT = new Attempt(
            Instant.parse("2026-01-31T12:34:56.789Z"),
            7,
            WhoForm.print("1000000000000001", "key", "192.0.2.7"),
            "REQUEST-1",
            "DeleteVpc",
            "Forbidden.RAM");

    @Test
    void keepsItsForm() {
        Golden.check("attempt", ATTEMPT.print());
        assertEquals(new Parsed.Ok<>(ATTEMPT), Attempt.parse(ATTEMPT.print()));
    }

    @Test
    void tornLineIsNone() {
        String torn = ATTEMPT.print().substring(0, 40);
        assertThat(Attempt.parse(torn)).isInstanceOf(Parsed.Bad.class);
    }
}
