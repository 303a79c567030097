package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.Direction;
import org.junit.jupiter.api.Test;

class RuleSidesTest {

    @Test
    void peerIsWhereTheFlowComesFromOrGoesTo() {
        assertEquals(new RuleSides("Source", "Dest"), RuleSides.of(Direction.INGRESS));
        assertEquals(new RuleSides("Dest", "Source"), RuleSides.of(Direction.EGRESS));
    }
}
