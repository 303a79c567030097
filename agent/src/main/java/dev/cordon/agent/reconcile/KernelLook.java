package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.Links;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.ruleset.Table;
import java.util.List;
import java.util.Optional;

/// What the kernel of a network namespace held at one instant, for who only wants to know.
///
/// @param bindings the links that carried ENIs
public record KernelLook(List<Binding> bindings, Observed table) {

    public KernelLook {
        bindings = List.copyOf(bindings);
    }

    /// Returns the links that carry ENIs.
    public static List<Binding> bindings(NetworkNamespace namespace) {
        return namespace.call(() -> {
            try (Links links = Links.open()) {
                return BoundLinks.of(links.list());
            }
        });
    }

    /// Returns the table of IP as nft lists it, with what it has counted.
    ///
    /// @throws KernelException if it is not there
    public static String counters(NetworkNamespace namespace) {
        return namespace.call(() -> {
            try (NftContext nft = NftContext.openWithCounters()) {
                return nft.run("list table " + Table.INET.family() + " " + Plan.TABLE);
            }
        });
    }

    /// Reads the kernel; nothing if links or a ruleset changed meanwhile, whoever has done it.
    public static Optional<KernelLook> take(NetworkNamespace namespace) {
        return namespace.call(() -> {
            try (LinuxKernel kernel = LinuxKernel.open()) {
                long generation = kernel.generation();
                KernelLook look = new KernelLook(BoundLinks.of(kernel.links()), kernel.read());
                boolean isOne =
                        generation == kernel.generation() && look.bindings().equals(BoundLinks.of(kernel.links()));
                return isOne ? Optional.of(look) : Optional.<KernelLook>empty();
            }
        });
    }
}
