package dev.cordon.ecs.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsTellTheirKind() {
        Ids ids = new Ids(new Random(7));
        assertThat(Stream.<Id>of(ids.group(), ids.rule(), ids.eni(), ids.instance(), ids.vpc(), ids.vSwitch()))
                .extracting(id -> id.value().replaceFirst("[0-9a-z]{20}$", ""))
                .containsExactly("sg-", "sgr-", "eni-", "i-", "vpc-", "vsw-");
    }

    @Test
    void idsDiffer() {
        Ids ids = new Ids(new Random(7));
        assertThat(Stream.generate(ids::rule).limit(10_000).distinct()).hasSize(10_000);
    }

    @Test
    void macIsLocalAndBelongsToTheEni() {
        EniId eni = new EniId("eni-1");
        assertThat(Ids.mac(eni).toString()).matches("02(:[0-9a-f]{2}){5}");
        assertEquals(Ids.mac(eni), Ids.mac(new EniId("eni-1")));
        assertNotEquals(Ids.mac(eni), Ids.mac(new EniId("eni-2")));
    }
}
