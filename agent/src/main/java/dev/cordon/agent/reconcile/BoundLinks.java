package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.Link;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import java.util.List;
import java.util.Optional;

/// Which links carry which ENIs: a link's alias says so.
public final class BoundLinks {

    private static final String ENI_PREFIX = "eni-";
    private static final String HOST_PREFIX = "host:";

    private BoundLinks() {}

    /// Returns the bindings, in the order of the links. Links without such an alias are not ours.
    public static List<Binding> of(List<Link> links) {
        return links.stream().flatMap(link -> binding(link).stream()).toList();
    }

    private static Optional<Binding> binding(Link link) {
        LinkKind told = link.alias().startsWith(HOST_PREFIX) ? LinkKind.HOST : LinkKind.GUEST;
        String id = told == LinkKind.HOST ? link.alias().substring(HOST_PREFIX.length()) : link.alias();
        if (!id.startsWith(ENI_PREFIX) || !Id.isWellFormed(id)) {
            return Optional.empty();
        }
        LinkKind kind = switch (link.place()) {
            case BRIDGE_PORT -> LinkKind.BRIDGE_PORT;
            case ROUTED -> told;
        };
        return Optional.of(new Binding(link.name(), new EniId(id), kind));
    }
}
