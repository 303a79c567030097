package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.NetworkRejection;
import dev.cordon.controlplane.command.NetworkRejection.AddressOutsideVSwitch;
import dev.cordon.controlplane.command.NetworkRejection.AddressReserved;
import dev.cordon.controlplane.command.NetworkRejection.AddressTaken;
import dev.cordon.controlplane.command.NetworkRejection.BlockNotAllowed;
import dev.cordon.controlplane.command.NetworkRejection.PrefixNotAllowed;
import dev.cordon.controlplane.command.NetworkRejection.PrefixTaken;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchFull;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchInUse;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchNotFound;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchOutsideVpc;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchOverlaps;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchWithoutIpv6;
import dev.cordon.controlplane.command.NetworkRejection.VpcInUse;
import dev.cordon.controlplane.command.NetworkRejection.VpcNotFound;
import dev.cordon.controlplane.command.NetworkRejection.VpcWithoutIpv6;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.VSwitchId;

/// Errors about VPCs, vSwitches and the addresses in them.
///
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
/// CreateVSwitch
public final class NetworkErrors {

    private NetworkErrors() {}

    static EcsError of(NetworkRejection rejection, Occasion occasion) {
        return switch (rejection) {
            case VpcNotFound(var vpc) -> vpcNotFound(vpc.value());
            case VSwitchNotFound(var vSwitch) -> vSwitchNotFound(vSwitch.value());
            case BlockNotAllowed(var block, int min, int max) ->
                blockError(block + " is not an IPv4 block with a prefix of " + min + " to " + max + " bits.");
            case VSwitchOutsideVpc(var block, var vpc, var vpcBlock) ->
                blockError(block + " is not within " + vpcBlock + ", the block of " + vpc + ".");
            case VSwitchOverlaps(var block, var other, var otherBlock) ->
                new EcsError(
                        "InvalidCidrBlock.Overlapped",
                        400,
                        block + " overlaps " + otherBlock + ", the block of " + other + "; choose another.");
            case VpcInUse(var vpc, var by) ->
                new EcsError(
                        by.getFirst() instanceof VSwitchId
                                ? "DependencyViolation.VSwitch"
                                : "DependencyViolation.SecurityGroup",
                        403,
                        vpc + " still holds " + GroupErrors.listed(by) + "; delete them first.");
            case VSwitchInUse(var vSwitch, var by) ->
                new EcsError(
                        "DependencyViolation",
                        403,
                        vSwitch + " still has network interfaces " + GroupErrors.listed(by) + "; delete them first.");
            case AddressOutsideVSwitch(var address, var vSwitch, var block) ->
                new EcsError(
                        "InvalidVSwitchId.IpInvalid",
                        403,
                        "The address " + address + " is not within " + block + ", the block of " + vSwitch + ".");
            case AddressReserved(var address, var vSwitch) ->
                new EcsError(
                        "InvalidVSwitchId.IpInvalid",
                        403,
                        "The address " + address + " of " + vSwitch + " is reserved; choose another.");
            case AddressTaken(var address, var vSwitch) ->
                address.family() == AddressFamily.IPV6 && occasion == Occasion.NEW_INSTANCE
                        ? assigned("address " + address, vSwitch)
                        : taken("address " + address, vSwitch, occasion);
            case PrefixTaken(var prefix, var vSwitch) -> taken("prefix " + prefix, vSwitch, occasion);
            case PrefixNotAllowed(var prefix, var vSwitch, int length) ->
                new EcsError(
                        "InvalidVSwitchId.IpInvalid",
                        403,
                        "The prefix " + prefix + " is not of " + length + " bits within a block of " + vSwitch + ".");
            case VSwitchWithoutIpv6(var vSwitch) ->
                new EcsError(
                        "InvalidVSwitch.Ipv6NotTurnOn",
                        403,
                        vSwitch + " has no IPv6 block; give it one with Ipv6CidrBlock, or use another.");
            case VpcWithoutIpv6(var vpc) ->
                new EcsError(
                        "OperationFailed.VpcNotEnableIpv6",
                        400,
                        vpc + " has no IPv6 block; give it one with EnableIpv6, or use another.");
            case VSwitchFull(var vSwitch, int wantedCount) -> full(vSwitch, wantedCount, occasion);
        };
    }

    private static EcsError taken(String what, VSwitchId vSwitch, Occasion occasion) {
        return occasion == Occasion.ENI_ADDRESSES
                ? assigned(what, vSwitch)
                : new EcsError("InvalidPrivateIpAddress.Duplicated", 400, inUse(what, vSwitch));
    }

    private static EcsError assigned(String what, VSwitchId vSwitch) {
        return new EcsError("InvalidIp.IpAssigned", 403, inUse(what, vSwitch));
    }

    private static String inUse(String what, VSwitchId vSwitch) {
        return "The " + what + " of " + vSwitch + " is in use; choose another.";
    }

    private static EcsError full(VSwitchId vSwitch, int wantedCount, Occasion occasion) {
        String message = vSwitch + " has not " + wantedCount + " free addresses; use another vSwitch.";
        return occasion == Occasion.NEW_INSTANCE
                ? new EcsError("QuotaExceeded.PrivateIpAddress", 400, message)
                : new EcsError("InvalidVSwitchId.IpNotEnough", 403, message);
    }

    private static EcsError blockError(String message) {
        return new EcsError("InvalidCidrBlock.Malformed", 400, message);
    }

    public static EcsError malformedBlock() {
        return blockError("CidrBlock is malformed; write it as 192.0.2.0/24.");
    }

    public static EcsError malformedIpv6Block(int prefixLengthBits) {
        return new EcsError(
                "InvalidIpv6CidrBlock.Malformed",
                400,
                "Ipv6CidrBlock is no IPv6 block with a prefix of " + prefixLengthBits + " bits.");
    }

    public static EcsError malformedSubnet(int numberMax) {
        return new EcsError(
                "InvalidIpv6CidrBlock.Malformed",
                400,
                "Ipv6CidrBlock of a vSwitch is a number from 0 to " + numberMax + ", the last bits of its prefix.");
    }

    public static EcsError vpcNotFound(String vpc) {
        return new EcsError("InvalidVpcId.NotFound", 404, "The VPC " + vpc + " does not exist.");
    }

    public static EcsError vSwitchNotFound(String vSwitch) {
        return new EcsError("InvalidVSwitchId.NotFound", 404, "The vSwitch " + vSwitch + " does not exist.");
    }

    public static EcsError malformedAddress(String parameter) {
        return new EcsError(
                "InvalidPrivateIpAddress.Malformed", 400, parameter + " is malformed; write it as 192.0.2.7.");
    }

    /// Of an ENI's addresses; that of an instance has another code.
    public static EcsError malformedEniAddress(String parameter) {
        return new EcsError(
                "InvalidIp.Address", 403, parameter + " is malformed; write it as 192.0.2.7 or 2001:db8::7.");
    }

    /// @param parameter `VpcName`, `VSwitchName` or `Description`
    public static EcsError malformedText(String parameter, int lengthMax) {
        return new EcsError(
                "Invalid" + parameter + ".Malformed", 400, parameter + " is longer than " + lengthMax + " characters.");
    }
}
