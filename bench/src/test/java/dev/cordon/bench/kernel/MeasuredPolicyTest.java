package dev.cordon.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.engine.compile.HostView;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import org.junit.jupiter.api.Test;

/// What is measured is a policy that means something.
class MeasuredPolicyTest {

    private static final MeasuredPolicy POLICY = MeasuredPolicy.of(new PolicySize(20, 5, 4, 2));

    @Test
    void theServerAdmitsClientsAndNobodyElse() {
        HostView view = POLICY.view();
        EniId server = new EniId("eni-1");
        assertThat(view.decide(server, Direction.INGRESS, flow(MeasuredPolicy.CLIENT))
                        .action())
                .isEqualTo(Action.ACCEPT);
        assertThat(view.decide(server, Direction.INGRESS, flow(MeasuredPolicy.STRANGER))
                        .action())
                .isEqualTo(Action.DROP);
    }

    private static Flow flow(int from) {
        return Flow.udp(
                MeasuredPolicy.address(from),
                40_000,
                MeasuredPolicy.address(MeasuredPolicy.SERVER),
                MeasuredPolicy.PORT);
    }

    @Test
    void everyEniOfTheHostIsBoundAndInTheView() {
        assertThat(POLICY.bindings())
                .hasSize(4)
                .allMatch(binding -> POLICY.view().enis().contains(binding.eni()));
    }

    @Test
    void moreClientsChangeWhatTheServerHolds() {
        MeasuredPolicy more = POLICY.withMoreClients(3);
        assertThat(more.size().members()).isEqualTo(8);
        assertThat(more.view()).isNotEqualTo(POLICY.view());
    }
}
