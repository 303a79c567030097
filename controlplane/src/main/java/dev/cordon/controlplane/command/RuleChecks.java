package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.ListRejection.PortListNotFound;
import dev.cordon.controlplane.command.ListRejection.PrefixListNotFound;
import dev.cordon.controlplane.command.RuleRejection.BlocksEqual;
import dev.cordon.controlplane.command.RuleRejection.FamilyConflict;
import dev.cordon.controlplane.command.RuleRejection.PrefixListFamilyMismatch;
import dev.cordon.controlplane.command.RuleRejection.PriorityNotWritable;
import dev.cordon.controlplane.command.RuleRejection.ProtocolFamilyMismatch;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import java.util.Optional;

/// What a state asks of every rule in it, whatever else the group holds.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroupegress Errors of
/// AuthorizeSecurityGroupEgress
record RuleChecks(SecurityGroup owner, Sight sight, PeerReach reach) {

    /// Returns the first reason why a rule must not be in the owner's list.
    Optional<Rejection> refusal(NewRule rule) {
        RuleMatch match = rule.match();
        return peerRefusal(rule)
                .or(() -> protocolRefusal(match.protocol(), match.local()))
                .or(() -> portListMissing(match.destinationPorts()))
                .or(() -> notWritable(rule.priority()))
                .or(() -> blocksEqual(match));
    }

    /// Returns the state that the owner's own objects are in.
    PolicyState state() {
        return sight.own();
    }

    private Optional<Rejection> peerRefusal(NewRule rule) {
        RuleMatch match = rule.match();
        return switch (match.peer()) {
            case Peer.Block(CidrBlock block) ->
                familyConflict(block, match.local()).or(() -> protocolRefusal(match.protocol(), block.family()));
            case Peer.Group(var peer) -> new PeerGroupChecks(owner, sight, reach).refusal(peer, rule.peerOwner());
            case Peer.Listed(PrefixListId list) -> prefixListRefusal(list, match);
        };
    }

    private static Optional<Rejection> familyConflict(CidrBlock peer, LocalSide local) {
        return switch (local) {
            case LocalSide.Everything() -> Optional.empty();
            case LocalSide.Block(CidrBlock block) ->
                block.family() == peer.family() ? Optional.empty() : Optional.of(new FamilyConflict(peer, block));
        };
    }

    private Optional<Rejection> prefixListRefusal(PrefixListId id, RuleMatch match) {
        return state().prefixList(id)
                .map(list -> listFamilyMismatch(id, list.family(), match.local())
                        .or(() -> protocolRefusal(match.protocol(), list.family())))
                .orElseGet(() -> Optional.of(new PrefixListNotFound(id)));
    }

    private static Optional<Rejection> listFamilyMismatch(PrefixListId list, AddressFamily family, LocalSide local) {
        return switch (local) {
            case LocalSide.Everything() -> Optional.empty();
            case LocalSide.Block(CidrBlock block) ->
                block.family() == family
                        ? Optional.empty()
                        : Optional.of(new PrefixListFamilyMismatch(list, family, block));
        };
    }

    private static Optional<Rejection> protocolRefusal(ProtocolMatch protocol, LocalSide local) {
        return switch (local) {
            case LocalSide.Everything() -> Optional.empty();
            case LocalSide.Block(CidrBlock block) -> protocolRefusal(protocol, block.family());
        };
    }

    private static Optional<Rejection> protocolRefusal(ProtocolMatch match, AddressFamily family) {
        return switch (match) {
            case ProtocolMatch.All() -> Optional.empty();
            case ProtocolMatch.One(var protocol) ->
                protocol.belongsTo(family)
                        ? Optional.empty()
                        : Optional.of(new ProtocolFamilyMismatch(protocol, family));
        };
    }

    private Optional<Rejection> portListMissing(PortMatch ports) {
        return switch (ports) {
            case PortMatch.Range(var range) -> Optional.empty();
            case PortMatch.Listed(var list) ->
                state().portList(list).isPresent() ? Optional.empty() : Optional.of(new PortListNotFound(list));
        };
    }

    private static Optional<Rejection> notWritable(Priority priority) {
        return priority.equals(Priority.LEGACY) ? Optional.of(new PriorityNotWritable(priority)) : Optional.empty();
    }

    private static Optional<Rejection> blocksEqual(RuleMatch match) {
        return switch (match.peer()) {
            case Peer.Block(CidrBlock block)
            when match.local().equals(new LocalSide.Block(block)) -> Optional.of(new BlocksEqual(block));
            case Peer.Block(var block) -> Optional.empty();
            case Peer.Group(var group) -> Optional.empty();
            case Peer.Listed(var list) -> Optional.empty();
        };
    }
}
