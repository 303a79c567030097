package dev.cordon.ecs.error;

/// Errors about rules that cannot be read.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup AuthorizeSecurityGroup
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroupegress
/// AuthorizeSecurityGroupEgress
public final class PermissionErrors {

    private PermissionErrors() {}

    public static EcsError shape(int countMax) {
        return new EcsError(
                "InvalidParam.Permissions",
                400,
                "Give the rules as Permissions.1 to Permissions." + countMax + ", or one rule without Permissions.");
    }

    public static EcsError selection() {
        return new EcsError(
                "InvalidParam.Permissions", 400, "Name rules by SecurityGroupRuleId.N or by their values, not both.");
    }

    public static EcsError unknownRuleId(String message) {
        return new EcsError("InvalidParam.SecurityGroupRuleId", 404, message);
    }

    public static EcsError ruleToModifyNotFound() {
        return new EcsError(
                "SecurityGroupRule.NotFound",
                404,
                "The group has no such rule in this direction; list them by DescribeSecurityGroupAttribute.");
    }

    public static EcsError peerKindFixed(String side) {
        return new EcsError(
                "InvalidParam." + side + "Ip",
                400,
                "The kind of peer of a rule cannot change; revoke the rule and write another one.");
    }

    public static EcsError protocol() {
        return new EcsError(
                "InvalidIpProtocol.ValueNotSupported",
                400,
                "IpProtocol is not supported; use TCP, UDP, ICMP, ICMPv6, GRE, ALL or a number from 0 to 255.");
    }

    public static EcsError missingPorts() {
        return new EcsError(
                "InvalidPortRange.Malformed",
                400,
                "PortRange is missing; write 22/22 for TCP and UDP, and -1/-1 for other protocols.");
    }

    public static EcsError malformedPorts() {
        return new EcsError(
                "InvalidParam.PortRange",
                400,
                "PortRange is malformed; write the first and the last port as 22/22, from 1 to 65535.");
    }

    /// The same where a rule is taken out.
    public static EcsError malformedPortsToRevoke() {
        return new EcsError(
                "InvalidIpPortRange.Malformed",
                400,
                "PortRange is malformed; write the first and the last port as 22/22, from 1 to 65535.");
    }

    public static EcsError portsNeeded() {
        return new EcsError(
                "OperationDenied",
                400,
                "IpProtocol and PortRange do not go together: TCP and UDP need ports; write 1/65535 for all.");
    }

    public static EcsError portsNotAllowed() {
        return new EcsError(
                "OperationDenied",
                400,
                "IpProtocol and PortRange do not go together: only TCP and UDP have ports; write -1/-1.");
    }

    public static EcsError portListNotAllowed() {
        return new EcsError(
                "InvalidParam.ProtocolNotSupportPortRangeList",
                400,
                "Only TCP and UDP have ports; give PortRange -1/-1 instead of PortRangeListId.");
    }

    public static EcsError portListNotFound(String list) {
        return new EcsError("InvalidPortRangeListId.NotFound", 404, "The port range list " + list + " does not exist.");
    }

    public static EcsError sourcePorts() {
        return new EcsError(
                "InvalidSourcePortRange.Malformed",
                400,
                "SourcePortRange is malformed; write it as 22/22 with TCP or UDP, or leave it out.");
    }

    /// @param side `Source` or `Dest`
    public static EcsError bothFamilies(String side) {
        return new EcsError(
                "InvalidParam." + side + "Ip",
                400,
                "Give " + side + "CidrIp or Ipv6" + side + "CidrIp, but not both; make two rules.");
    }

    /// @param side `Source` or `Dest`
    public static EcsError malformedIpv4Block(String side) {
        return new EcsError(
                "Invalid" + side + "CidrIp.Malformed",
                400,
                side + "CidrIp is malformed; write an IPv4 block as 192.0.2.0/24.");
    }

    /// @param side `Source` or `Dest`
    public static EcsError malformedIpv6Block(String side) {
        return new EcsError(
                "InvalidParam.Ipv6" + side + "CidrIp",
                400,
                "Ipv6" + side + "CidrIp is malformed; write an IPv6 block as 2001:db8::/32.");
    }

    /// @param side `Source` or `Dest`
    public static EcsError missingPeer(String side) {
        return new EcsError(
                "MissingParameter." + side,
                400,
                "The rule names nobody; give " + side + "CidrIp, Ipv6" + side + "CidrIp, " + side + "GroupId or " + side
                        + "PrefixListId.");
    }

    /// @param side `Source` or `Dest`
    public static EcsError peerGroupNotFound(String side, String group) {
        return new EcsError(
                "Invalid" + side + "GroupId.NotFound",
                404,
                "The security group " + group + " that the rule names does not exist.");
    }

    public static EcsError prefixListNotFound(String list) {
        return new EcsError("InvalidPrefixListId.NotFound", 404, "The prefix list " + list + " does not exist.");
    }

    public static EcsError policy() {
        return new EcsError("InvalidPolicy.Malformed", 400, "Policy is malformed; use accept or drop.");
    }

    public static EcsError malformedPriority() {
        return new EcsError("InvalidPriority.Malformed", 400, "Priority is not a number; use 1 to 100, 1 the highest.");
    }

    public static EcsError priorityOutOfRange() {
        return new EcsError(
                "InvalidPriority.ValueNotSupported", 400, "Priority is out of range; use 1 to 100, 1 the highest.");
    }

    /// The misspelling is part of the API.
    public static EcsError description(int lengthMax) {
        return new EcsError(
                "InvalidSecurityGroupDiscription.Malformed",
                400,
                "Description is longer than " + lengthMax + " characters; shorten it.");
    }
}
