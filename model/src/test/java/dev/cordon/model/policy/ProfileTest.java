package dev.cordon.model.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Profile.TcpPickup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aliyun-default, FIRST, LOWEST, REVALIDATE, LOOSE",
        "aliyun-table-egress, AFTER_CUSTOM, LOWEST, REVALIDATE, LOOSE",
        "aliyun-2017-isolation-first, FIRST, FIRST, REVALIDATE, LOOSE",
        "keep-sessions, FIRST, LOWEST, KEEP_SESSIONS, LOOSE",
        "strict-pickup, FIRST, LOWEST, REVALIDATE, STRICT"
    })
    void aNameStandsForOneReading(
            String name, IntraEgress egress, Isolation isolation, ChangePolicy change, TcpPickup pickup) {
        assertEquals(Optional.of(new Profile(egress, isolation, change, pickup)), Profile.named(name));
    }

    @Test
    void allNamesAreTold() {
        assertEquals(
                List.of(
                        "aliyun-2017-isolation-first",
                        "aliyun-default",
                        "aliyun-table-egress",
                        "keep-sessions",
                        "strict-pickup"),
                List.copyOf(Profile.names()));
        assertEquals(Optional.empty(), Profile.named("aws"));
    }
}
