package dev.cordon.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.wire.state.StateAt;
import org.junit.jupiter.api.Test;

class StateTextTest {

    @Test
    void listsGroupsWithTheirRulesAndThenEnis() {
        assertEquals("""
                revision 42

                group sg-bastion  bastion  advanced, interconnected, 1 ENIs, vpc-1
                  sgr-3  ingress accept 132 0/65535 peer pl-office priority 110
                  sgr-4  egress accept ALL 0/65535 peer ::/0 priority 50

                group sg-web  web  basic, isolated, 1 ENIs, vpc-1
                  sgr-2  egress drop UDP prl-mail peer 192.0.2.0/24 local 10.1.0.4/32 priority 100
                  sgr-1  ingress accept TCP 22/22 peer sg-bastion priority 1

                eni eni-1  10.1.0.4  in sg-web, sg-bastion

                eni eni-2  10.1.0.6  in no group
                """, StateText.of(SampleState.read()));
    }

    @Test
    void anEmptyStateHasARevision() {
        assertEquals("revision 7\n", StateText.of(new StateAt(new Revision(7), PolicyState.EMPTY)));
    }
}
