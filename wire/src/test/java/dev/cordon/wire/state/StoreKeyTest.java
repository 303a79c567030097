package dev.cordon.wire.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.Entity;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreKeyTest {

    @Test
    void namesKindAndId() {
        assertEquals(
                List.of(
                        "vpc/vpc-1",
                        "vSwitch/vsw-1",
                        "prefixList/pl-office",
                        "portList/prl-mail",
                        "group/sg-web",
                        "group/sg-bastion",
                        "rule/sgr-1",
                        "rule/sgr-2",
                        "rule/sgr-3",
                        "rule/sgr-4",
                        "instance/i-1",
                        "eni/eni-1",
                        "eni/eni-2",
                        "vpc/vpc-2",
                        "vSwitch/vsw-2",
                        "prefixList/pl-noted",
                        "portList/prl-noted",
                        "instance/i-2",
                        "eni/eni-3"),
                Samples.all().map(Entity::id).map(StoreKey::of).toList());
    }

    @Test
    void readsWhatItWrote() {
        Samples.all().map(Entity::id).forEach(id -> assertEquals(new Ok<>(id), StoreKey.parse(StoreKey.of(id))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "group", "group/", "/sg-1", "Group/sg-1", "group/sg-1/x", "group/sg 1", "lease/7"})
    void refusesOtherKeys(String key) {
        assertEquals(new Bad<>("wanted a key such as `group/sg-1`, found `" + key + "`"), StoreKey.parse(key));
    }
}
