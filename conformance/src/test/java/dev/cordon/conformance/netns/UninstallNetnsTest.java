package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.LinuxKernel;
import dev.cordon.agent.reconcile.Uninstall;
import dev.cordon.conformance.differential.Bindings;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomStates;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `cordon agent --uninstall` removes all of ours, and only ours.
@RequiresRoot
final class UninstallNetnsTest {

    private static final String FOREIGN = "add table inet foreign\nadd chain inet foreign cordon\n";

    @Test
    void removesOurTablesAndLeavesThoseOfOthers() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            nft(namespace, FOREIGN + "add table ip cordon\nadd table inet cordon-shelter\n");
            enforce(namespace);
            assertEquals(
                    List.of("inet cordon", "arp cordon", "bridge cordon", "inet cordon-shelter"),
                    Uninstall.run(namespace));
            assertEquals("table inet foreign\ntable ip cordon\n", nft(namespace, "list tables"));
            assertEquals(List.of(), Uninstall.run(namespace));
        }
    }

    private static void enforce(NetworkNamespace namespace) {
        PolicyState state = new RandomStates(Chance.seeded(3)).next();
        List<Binding> bindings = List.of(
                new Binding("tap0", new EniId("eni-nobody"), LinkKind.GUEST),
                new Binding("tap1", new EniId("eni-of-a-port"), LinkKind.BRIDGE_PORT));
        namespace.call(() -> {
            try (LinuxKernel kernel = LinuxKernel.open()) {
                Plan.between(new Observed.Absent(), Lower.lower(Bindings.view(state, bindings), bindings))
                        .forEach(kernel::apply);
                return true;
            }
        });
    }

    private static String nft(NetworkNamespace namespace, String commands) {
        return namespace.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run(commands);
            }
        });
    }
}
