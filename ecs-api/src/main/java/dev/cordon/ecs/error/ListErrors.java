package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.ListRejection;
import dev.cordon.controlplane.command.ListRejection.AssociationLimit;
import dev.cordon.controlplane.command.ListRejection.EntryFamilyMismatch;
import dev.cordon.controlplane.command.ListRejection.EntryLimit;
import dev.cordon.controlplane.command.ListRejection.ListInUse;
import dev.cordon.controlplane.command.ListRejection.PortListLimit;
import dev.cordon.controlplane.command.ListRejection.PortListNotFound;
import dev.cordon.controlplane.command.ListRejection.PrefixListLimit;
import dev.cordon.controlplane.command.ListRejection.PrefixListNotFound;

/// Errors about prefix lists and port lists. Those of port lists are documented nowhere, so they
/// are like those of prefix lists.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createprefixlist CreatePrefixList
/// @spec https://alibabacloud.com/help/en/ecs/api-modifyprefixlist ModifyPrefixList
public final class ListErrors {

    private ListErrors() {}

    static EcsError of(ListRejection rejection) {
        return switch (rejection) {
            case PrefixListNotFound(var list) -> PermissionErrors.prefixListNotFound(list.value());
            case PortListNotFound(var list) -> PermissionErrors.portListNotFound(list.value());
            case EntryFamilyMismatch(var entry, var family) ->
                malformedBlock(entry + " is not of family " + family + ", that of the list.");
            case EntryLimit(var list, int countMax) ->
                new EcsError(
                        "LimitExceed.Entry",
                        400,
                        list + " was made for " + countMax + " entries; remove some, or make another list.");
            case PrefixListLimit(int countMax) ->
                new EcsError(
                        "LimitExceed.PrefixListPerRegion",
                        404,
                        "There are " + countMax + " prefix lists, as many as there may be; delete unused ones.");
            case PortListLimit(int countMax) ->
                new EcsError(
                        "LimitExceed.PortRangeListPerRegion",
                        404,
                        "There are " + countMax + " port range lists, as many as there may be; delete unused ones.");
            case AssociationLimit(var list, int countMax) ->
                new EcsError(
                        "LimitExceed.PrefixListAssociationResource",
                        403,
                        list + " is named by rules of " + countMax
                                + " security groups, as many as may; copy the list.");
            case ListInUse(var list, var by) ->
                new EcsError(
                        "DependencyViolation",
                        403,
                        list + " is still named by rules of " + GroupErrors.listed(by) + "; revoke those rules first.");
        };
    }

    public static EcsError malformedBlock(String message) {
        return new EcsError("InvalidParameter.CidrMalformed", 400, message);
    }

    public static EcsError repeatedBlock() {
        return new EcsError(
                "InvalidParameter.CidrDuplicated",
                400,
                "A block is given twice; give each to be added or removed once.");
    }

    public static EcsError malformedPorts() {
        return new EcsError(
                "InvalidParameter.PortRangeMalformed",
                400,
                "PortRange is malformed; write the first and the last port as 22/22, from 1 to 65535.");
    }

    public static EcsError repeatedPorts() {
        return new EcsError(
                "InvalidParameter.PortRangeDuplicated",
                400,
                "A port range is given twice; give each to be added or removed once.");
    }

    public static EcsError malformedPrefixListName() {
        return new EcsError(
                "InvalidParameter.PrefixListName",
                400,
                "PrefixListName is malformed; use 2 to 128 letters, digits and :_.-, the first a letter.");
    }

    public static EcsError malformedPortListName() {
        return new EcsError(
                "InvalidParameter.PortRangeListName",
                400,
                "PortRangeListName is malformed; use 2 to 128 letters, digits and :_.-, the first a letter.");
    }

    public static EcsError unknownFamily() {
        return new EcsError("InvalidParameter.AddressFamily", 400, "AddressFamily is not known; use IPv4 or IPv6.");
    }

    public static EcsError entryCount(int countMax) {
        return new EcsError("LimitExceed.MaxEntries", 400, "MaxEntries is out of range; use 1 to " + countMax + ".");
    }
}
