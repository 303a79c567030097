package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.RuleRejection.PeerGroupInOtherVpc;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupIsSelf;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupNotBasic;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupNotFound;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.Optional;

/// Which groups the rules of a group may name: other basic groups of its VPC, if it is basic
/// itself.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup SourceGroupId
final class PeerGroupChecks {

    private PeerGroupChecks() {}

    static Optional<Rejection> refusal(SecurityGroup owner, SecurityGroupId peer, PolicyState state) {
        if (peer.equals(owner.id())) {
            return Optional.of(new PeerGroupIsSelf(peer));
        }
        return state.group(peer)
                .map(found -> notBasic(owner).or(() -> notBasic(found)).or(() -> inOtherVpc(owner, found)))
                .orElseGet(() -> Optional.of(new PeerGroupNotFound(peer)));
    }

    private static Optional<Rejection> notBasic(SecurityGroup group) {
        return group.type() == GroupType.BASIC ? Optional.empty() : Optional.of(new PeerGroupNotBasic(group.id()));
    }

    private static Optional<Rejection> inOtherVpc(SecurityGroup owner, SecurityGroup peer) {
        return peer.vpc().equals(owner.vpc())
                ? Optional.empty()
                : Optional.of(new PeerGroupInOtherVpc(peer.id(), peer.vpc(), owner.vpc()));
    }
}
