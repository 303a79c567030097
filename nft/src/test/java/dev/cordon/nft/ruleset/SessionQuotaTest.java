package dev.cordon.nft.ruleset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionQuotaTest {

    @Test
    void allPartsTogetherHaveNoMoreThanTheQuotaAndHardlyLess() {
        for (int sessions : List.of(1, 32, 33, 64, 1_000, 65_536, SessionQuota.SESSIONS_MAX)) {
            SessionQuota quota = new SessionQuota(sessions);
            int all = quota.partCount() * quota.ofPart();
            assertTrue(all <= sessions && all > sessions - quota.partCount(), quota + " has room for " + all);
        }
    }

    @Test
    void aSmallQuotaIsCountedExactly() {
        assertEquals(1, new SessionQuota(32).partCount());
        assertEquals(32, new SessionQuota(32).ofPart());
    }

    @Test
    void refusesWhatNoLinkCanHave() {
        assertThrows(IllegalArgumentException.class, () -> new SessionQuota(0));
        assertThrows(IllegalArgumentException.class, () -> new SessionQuota(SessionQuota.SESSIONS_MAX + 1));
    }
}
