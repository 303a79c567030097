package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.Link;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The machine's own links. What passes them is judged by their ENIs, whatever addresses it has:
/// conntrack does not keep the links of a session, so the kernel's routes tell.
final class MachineLinks {

    private final Kernel kernel;
    private final Map<Integer, Set<EniId>> byIndex;
    private final Map<IpAddress, Set<EniId>> found = new HashMap<>();

    private MachineLinks(Kernel kernel, Map<Integer, Set<EniId>> byIndex) {
        this.kernel = kernel;
        this.byIndex = byIndex;
    }

    static MachineLinks none(Kernel kernel) {
        return new MachineLinks(kernel, Map.of());
    }

    static MachineLinks of(Kernel kernel, Collection<Binding> bindings) {
        Map<String, Set<EniId>> byName = new HashMap<>();
        for (Binding binding : bindings) {
            if (binding.kind() == LinkKind.HOST) {
                byName.computeIfAbsent(binding.link(), fresh -> new HashSet<>()).add(binding.eni());
            }
        }
        if (byName.isEmpty()) {
            return none(kernel);
        }
        Map<Integer, Set<EniId>> byIndex = new HashMap<>();
        for (Link link : kernel.links()) {
            byIndex.put(link.index(), byName.getOrDefault(link.name(), Set.of()));
        }
        return new MachineLinks(kernel, byIndex);
    }

    Set<EniId> enis() {
        Set<EniId> enis = new HashSet<>();
        byIndex.values().forEach(enis::addAll);
        return enis;
    }

    /// Returns the ENIs whose link leads to an address; none for an address of the machine.
    Set<EniId> toward(IpAddress far) {
        if (byIndex.isEmpty()) {
            return Set.of();
        }
        return found.computeIfAbsent(
                far,
                fresh -> kernel.linkToward(fresh)
                        .map(index -> byIndex.getOrDefault(index, Set.of()))
                        .orElse(Set.of()));
    }
}
