package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges live sessions again, by the tuple and direction of their first packet.
///
/// A session between two local ENIs is one conntrack entry, and both sides are asked. Where several
/// ENIs have an address, any of them can end the session: what is unclear is closed.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Established
///     sessions stay if the behaviour before and after the change is the same
final class SessionJudge {

    private final Map<IpAddress, List<EniPolicy>> byAddress = new HashMap<>();
    private final List<EniPolicy> withPrefixes = new ArrayList<>();

    private final HostView view;
    private final MachineLinks machine;

    SessionJudge(HostView view, MachineLinks machine) {
        this.view = view;
        this.machine = machine;
        view.enis().values().forEach(this::index);
    }

    private void index(EniPolicy policy) {
        boolean onlyAddresses = true;
        for (var block : policy.addresses().blocks().toList()) {
            if (block.equals(block.first().asBlock())) {
                byAddress
                        .computeIfAbsent(block.first(), address -> new ArrayList<>())
                        .add(policy);
            } else {
                onlyAddresses = false;
            }
        }
        if (!onlyAddresses) {
            withPrefixes.add(policy);
        }
    }

    /// Tells whether an ENI of this host drops the session now.
    boolean ends(ConntrackEntry entry) {
        Flow flow = entry.flow();
        return drops(flow.source(), Direction.EGRESS, flow)
                || drops(flow.destination(), Direction.INGRESS, flow)
                || machineDrops(flow.destination(), Direction.EGRESS, flow)
                || machineDrops(flow.source(), Direction.INGRESS, flow);
    }

    private boolean machineDrops(IpAddress far, Direction direction, Flow flow) {
        return machine.toward(far).stream()
                .flatMap(eni -> view.enis().get(eni).stream())
                .anyMatch(policy -> drops(policy, direction, flow));
    }

    private boolean drops(IpAddress local, Direction direction, Flow flow) {
        return byAddress.getOrDefault(local, List.of()).stream().anyMatch(policy -> drops(policy, direction, flow))
                || withPrefixes.stream()
                        .filter(policy -> policy.addresses().contains(local))
                        .anyMatch(policy -> drops(policy, direction, flow));
    }

    private static boolean drops(EniPolicy policy, Direction direction, Flow flow) {
        return policy.decide(direction, flow).action() == Action.DROP;
    }
}
