package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(ints = {1, Audit.TEXT_BYTE_COUNT_MAX})
    void textWithinTheLimitIsTaken(int byteCount) {
        String text = "t".repeat(byteCount);
        assertThat(new Audit(AT, text, "request-1", "DeleteSecurityGroup").who())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Audit.TEXT_BYTE_COUNT_MAX + 1})
    void textOutsideTheLimitIsRefused(int byteCount) {
        String text = "t".repeat(byteCount);
        assertThatIllegalArgumentException().isThrownBy(() -> new Audit(AT, text, "request-1", "DeleteSecurityGroup"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Audit(AT, "key-1", text, "DeleteSecurityGroup"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Audit(AT, "key-1", "request-1", text));
    }
}
