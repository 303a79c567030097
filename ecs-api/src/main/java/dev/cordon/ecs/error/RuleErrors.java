package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.RuleRejection;
import dev.cordon.controlplane.command.RuleRejection.BlocksEqual;
import dev.cordon.controlplane.command.RuleRejection.FamilyConflict;
import dev.cordon.controlplane.command.RuleRejection.GroupReferenceLimit;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupInOtherVpc;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupIsSelf;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupNotBasic;
import dev.cordon.controlplane.command.RuleRejection.PeerGroupNotFound;
import dev.cordon.controlplane.command.RuleRejection.PrefixListFamilyMismatch;
import dev.cordon.controlplane.command.RuleRejection.PriorityNotWritable;
import dev.cordon.controlplane.command.RuleRejection.ProtocolFamilyMismatch;
import dev.cordon.controlplane.command.RuleRejection.RuleChanged;
import dev.cordon.controlplane.command.RuleRejection.RuleExists;
import dev.cordon.controlplane.command.RuleRejection.RuleLimit;
import dev.cordon.controlplane.command.RuleRejection.RuleNotFound;
import dev.cordon.controlplane.command.RuleRejection.RuleRepeated;
import dev.cordon.model.net.AddressFamily;

/// Errors about rules that are well-formed but do not fit the state.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup AuthorizeSecurityGroup
/// @spec https://alibabacloud.com/help/en/ecs/api-revokesecuritygroup RevokeSecurityGroup
final class RuleErrors {

    private RuleErrors() {}

    /// The misspellings are part of the API.
    static EcsError of(RuleRejection rejection, Occasion occasion) {
        return switch (rejection) {
            case RuleNotFound(var rule, var group) -> ruleNotFound(rule + " of " + group, occasion);
            case RuleChanged changed -> GeneralErrors.conflict();
            case RuleExists(var rule) ->
                new EcsError(
                        "InvalidParam.DuplicatePermissions",
                        400,
                        "The rule " + rule + " says the same already; revoke one of the two.");
            case RuleRepeated(int first, int second) ->
                new EcsError(
                        "InvalidParam.DuplicatePermissions",
                        400,
                        "Rules " + (first + 1) + " and " + (second + 1) + " of the request are the same; send one.");
            case PeerGroupNotFound(var peer) -> PermissionErrors.peerGroupNotFound(side(occasion), peer.value());
            case PeerGroupIsSelf(var group) ->
                new EcsError(
                        occasion == Occasion.EGRESS_RULES ? "InvalidSecurityGroup.IsSame" : "InvalidParamter.Conflict",
                        403,
                        "The rule names its own group " + group
                                + "; use ModifySecurityGroupPolicy to connect the members of a group.");
            case PeerGroupNotBasic(var advanced) ->
                new EcsError(
                        "InvalidGroupAuthParameter.OperationDenied",
                        403,
                        advanced + " is of type enterprise, and rules between groups need type normal; name a block.");
            case PeerGroupInOtherVpc(var peer, var peerVpc, var vpc) ->
                new EcsError(
                        "Invalid" + side(occasion) + "GroupId.Mismatch",
                        403,
                        peer + " is in " + peerVpc + " and this group in " + vpc + "; name a block instead.");
            case GroupReferenceLimit(var group, int countMax) ->
                new EcsError(
                        "AuthorizedGroupRule.LimitExceed",
                        403,
                        group + " may have " + countMax + " rules that name groups; name blocks instead.");
            case PrefixListFamilyMismatch(var list, var family, var local) ->
                new EcsError(
                        "InvalidParam.PrefixListAddressFamilyMismatch",
                        400,
                        list + " is of family " + family + " and " + local + " is not; use one family.");
            case FamilyConflict(var peer, var local) ->
                new EcsError(
                        "InvalidParameter.Conflict",
                        400,
                        peer + " and " + local + " are of different address families; use one family.");
            case ProtocolFamilyMismatch(var protocol, var family) ->
                family == AddressFamily.IPV6
                        ? new EcsError(
                                "InvalidParam.Ipv4ProtocolConflictWithIpv6Address",
                                400,
                                protocol + " does not exist over IPv6; use ICMPv6 or an IPv4 block.")
                        : new EcsError(
                                "InvalidParam.Ipv6ProtocolConflictWithIpv4Address",
                                400,
                                protocol + " does not exist over IPv4; use ICMP or an IPv6 block.");
            case BlocksEqual(var block) ->
                new EcsError(
                        "InvalidParamter.Conflict",
                        400,
                        "Source and destination are both " + block + "; let them differ.");
            case PriorityNotWritable(var priority) -> PermissionErrors.priorityOutOfRange();
            case RuleLimit(var carrier, long weight, int weightMax) ->
                new EcsError(
                        isRules(occasion) ? "AuthorizationLimitExceed" : "AclLimitExceed",
                        403,
                        carrier + " would carry " + weight + " rules, limit " + weightMax + "; remove some first.");
        };
    }

    private static EcsError ruleNotFound(String rule, Occasion occasion) {
        String message = "There is no rule " + rule + " in this direction.";
        return occasion == Occasion.EGRESS_RULES
                ? new EcsError("InvalidSecurityGroupRule.RuleNotExist", 404, message)
                : PermissionErrors.unknownRuleId(message);
    }

    private static boolean isRules(Occasion occasion) {
        return occasion == Occasion.INGRESS_RULES || occasion == Occasion.EGRESS_RULES;
    }

    /// Returns what a rule's peer is called on the wire.
    private static String side(Occasion occasion) {
        return occasion == Occasion.EGRESS_RULES ? "Dest" : "Source";
    }
}
