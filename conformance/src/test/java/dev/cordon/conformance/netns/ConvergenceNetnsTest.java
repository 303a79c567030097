package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.LinuxKernel;
import dev.cordon.conformance.differential.Bindings;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomStates;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// *Convergence*: from any kernel state, one pass reaches the desired one; a second pass does
/// nothing.
@RequiresRoot
final class ConvergenceNetnsTest {

    private static final int STATE_COUNT = 60;

    /// Each state starts from what the one before has left in the kernel.
    @Test
    void onePassReachesAnyRulesetFromAnyOther() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            namespace.call(() -> {
                try (LinuxKernel kernel = LinuxKernel.open()) {
                    Seeds.forEach(STATE_COUNT, chance -> converge(kernel, desired(chance)));
                    return true;
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete table inet cordon",
                "delete table arp cordon",
                "insert rule arp cordon input accept",
                "add chain arp cordon late { type filter hook output priority 10; policy drop; }",
                "flush table inet cordon",
                "add rule inet cordon forward accept",
                "add chain inet cordon foreign",
                "add set inet cordon foreign { type ipv4_addr; }",
                "add map inet cordon forward_in_by_link { type ifname : verdict; }\n"
                        + "add element inet cordon forward_in_by_link { \"tap77\" : drop }",
                "add chain inet cordon late { type filter hook forward priority 10; policy drop; }",
            })
    void putsBackWhatSomeoneElseHasChanged(String foreign) {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            namespace.call(() -> {
                try (LinuxKernel kernel = LinuxKernel.open();
                        NftContext someone = NftContext.open()) {
                    Ruleset desired = desired(Chance.seeded(11));
                    converge(kernel, desired);
                    someone.run(foreign);
                    converge(kernel, desired);
                    return true;
                }
            });
        }
    }

    private static Ruleset desired(Chance chance) {
        PolicyState state = new RandomStates(chance).next();
        List<Binding> bindings = chance.some(Bindings.ofEach(state, LinkKind.GUEST), 8);
        return Lower.lower(Bindings.view(state, bindings), bindings);
    }

    private static void converge(LinuxKernel kernel, Ruleset desired) {
        Plan.between(kernel.read(), desired).forEach(kernel::apply);
        assertEquals(Observed.of(desired), kernel.read());
        assertEquals(List.of(), Plan.between(kernel.read(), desired));
    }
}
