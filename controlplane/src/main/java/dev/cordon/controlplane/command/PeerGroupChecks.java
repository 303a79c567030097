package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.RuleRejection.PeerGroupInOtherVpc;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupIsSelf;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupNotBasic;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupNotFound;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.Vpc;
import java.util.Optional;
import java.util.stream.Stream;

/// Which groups the rules of a group may name: other basic groups of its VPC, if it is basic
/// itself; whoever owns them.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup SourceGroupId
record PeerGroupChecks(SecurityGroup owner, Sight sight, PeerReach reach) {

    /// @param peerOwner the account whose group it is said to be, if that is said
    Optional<Rejection> refusal(SecurityGroupId peer, Optional<AccountId> peerOwner) {
        if (peer.equals(owner.id())) {
            return Optional.of(new PeerGroupIsSelf(peer));
        }
        return sight.peer(peer, peerOwner)
                .map(found -> notBasic(owner).or(() -> notBasic(found)).or(() -> outOfReach(found)))
                .orElseGet(() -> Optional.of(new PeerGroupNotFound(peer)));
    }

    private static Optional<Rejection> notBasic(SecurityGroup group) {
        return group.type() == GroupType.BASIC ? Optional.empty() : Optional.of(new PeerGroupNotBasic(group.id()));
    }

    private Optional<Rejection> outOfReach(SecurityGroup peer) {
        boolean isWithin = peer.vpc().equals(owner.vpc())
                || switch (reach) {
                    case SAME_VPC -> false;
                    case JOINED_VPCS -> haveNoAddressInCommon(vpc(owner), vpc(peer));
                };
        return isWithin ? Optional.empty() : Optional.of(new PeerGroupInOtherVpc(peer.id(), peer.vpc(), owner.vpc()));
    }

    private Vpc vpc(SecurityGroup group) {
        return sight.all().vpc(group.vpc()).orElseThrow();
    }

    /// Else a rule would let in the local owner of an address in place of the one that was meant.
    private static boolean haveNoAddressInCommon(Vpc one, Vpc other) {
        return blocks(one).noneMatch(block -> blocks(other).anyMatch(block::overlaps));
    }

    private static Stream<CidrBlock> blocks(Vpc vpc) {
        return Stream.concat(Stream.of(vpc.block()), vpc.ipv6Blocks().stream());
    }
}
