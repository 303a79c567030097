package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.GroupRejection.AdvancedGroupPolicyFixed;
import dev.cordon.controlplane.command.GroupRejection.GroupHasMembers;
import dev.cordon.controlplane.command.GroupRejection.GroupIsProtected;
import dev.cordon.controlplane.command.GroupRejection.GroupIsReferenced;
import dev.cordon.controlplane.command.GroupRejection.GroupLimit;
import dev.cordon.controlplane.command.GroupRejection.GroupManagedByProduct;
import dev.cordon.controlplane.command.GroupRejection.GroupNotFound;
import dev.cordon.controlplane.command.LabelEdit;
import dev.cordon.controlplane.command.LabelRejection.ObjectNotFound;
import dev.cordon.controlplane.command.LabelRejection.TagLimit;
import dev.cordon.controlplane.command.ListRejection.AssociationLimit;
import dev.cordon.controlplane.command.ListRejection.EntryFamilyMismatch;
import dev.cordon.controlplane.command.ListRejection.EntryLimit;
import dev.cordon.controlplane.command.ListRejection.ListInUse;
import dev.cordon.controlplane.command.ListRejection.PortListLimit;
import dev.cordon.controlplane.command.ListRejection.PortListNotFound;
import dev.cordon.controlplane.command.ListRejection.PrefixListLimit;
import dev.cordon.controlplane.command.ListRejection.PrefixListNotFound;
import dev.cordon.controlplane.command.Member;
import dev.cordon.controlplane.command.MemberRejection.AddressNotAssigned;
import dev.cordon.controlplane.command.MemberRejection.AlreadyMember;
import dev.cordon.controlplane.command.MemberRejection.EniAddressLimit;
import dev.cordon.controlplane.command.MemberRejection.EniGroupLimit;
import dev.cordon.controlplane.command.MemberRejection.EniInOtherVpc;
import dev.cordon.controlplane.command.MemberRejection.EniInOtherZone;
import dev.cordon.controlplane.command.MemberRejection.EniIsAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotFound;
import dev.cordon.controlplane.command.MemberRejection.GroupFull;
import dev.cordon.controlplane.command.MemberRejection.GroupMissing;
import dev.cordon.controlplane.command.MemberRejection.InstanceEniLimit;
import dev.cordon.controlplane.command.MemberRejection.InstanceIsAlready;
import dev.cordon.controlplane.command.MemberRejection.InstanceIsProtected;
import dev.cordon.controlplane.command.MemberRejection.InstanceNotFound;
import dev.cordon.controlplane.command.MemberRejection.LastGroup;
import dev.cordon.controlplane.command.MemberRejection.NotMember;
import dev.cordon.controlplane.command.MemberRejection.PrimaryEniFixed;
import dev.cordon.controlplane.command.MemberRejection.TypeMismatch;
import dev.cordon.controlplane.command.MemberRejection.VpcMismatch;
import dev.cordon.controlplane.command.MoreAddresses;
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
import dev.cordon.controlplane.command.NewInstance;
import dev.cordon.controlplane.command.Rejection;
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
import dev.cordon.controlplane.command.RuleSelection;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Every rejection at least once, with a command that meets it and what ECS says then.
final class Rejections {

    private static final SecurityGroupId GROUP = new SecurityGroupId("sg-1");
    private static final SecurityGroupId OTHER = new SecurityGroupId("sg-2");
    private static final EniId ENI = new EniId("eni-3");
    private static final InstanceId INSTANCE = new InstanceId("i-4");
    private static final VpcId VPC = new VpcId("vpc-5");
    private static final VpcId FAR = new VpcId("vpc-6");
    private static final VSwitchId VSWITCH = new VSwitchId("vsw-7");
    private static final CidrBlock BLOCK = CidrBlock.of("192.0.2.0/24");
    private static final CidrBlock BLOCK_V6 = CidrBlock.of("2001:db8::/32");
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.9");

    private static final Details DETAILS = new Details("name", "text", Instant.EPOCH);
    private static final EniSettings SETTINGS = EniSettings.of(MacAddress.of("02:00:00:00:00:01"));
    private static final Command INGRESS = new Command.AuthorizeRules(GROUP, Direction.INGRESS, List.of());
    private static final Command EGRESS = new Command.AuthorizeRules(GROUP, Direction.EGRESS, List.of());
    private static final Command JOIN_INSTANCE = new Command.AttachGroup(new Member.OfInstance(INSTANCE), GROUP);
    private static final Command JOIN_ENI = new Command.AttachGroup(new Member.OfEni(ENI), GROUP);
    private static final Command LEAVE = new Command.DetachGroup(new Member.OfEni(ENI), GROUP);
    private static final Command RUN = new Command.RunInstances(
            VSWITCH,
            List.of(GROUP),
            "ecs.g7.large",
            new AddressRequest.Any(),
            List.of(new NewInstance(INSTANCE, ENI, SETTINGS, "host", DETAILS)));
    private static final Command NEW_ENI =
            new Command.CreateEni(ENI, VSWITCH, List.of(GROUP), new AddressRequest.Any(), SETTINGS, DETAILS);
    private static final Command DELETE_GROUP = new Command.DeleteGroup(GROUP);
    private static final Command NEW_VSWITCH = new Command.CreateVSwitch(VSWITCH, VPC, BLOCK, "zone", DETAILS);

    private Rejections() {}

    /// @param told status and code
    record Case(Rejection rejection, Command command, String told) {

        @Override
        public String toString() {
            return rejection.getClass().getSimpleName() + " of "
                    + command.getClass().getSimpleName();
        }
    }

    static List<Case> all() {
        return Stream.of(
                        groups(),
                        members(),
                        networks(),
                        peers(),
                        otherRules(),
                        limits(),
                        lists(),
                        enis(),
                        instances(),
                        labels())
                .flatMap(cases -> cases)
                .toList();
    }

    private static Case when(Command command, Rejection rejection, String told) {
        return new Case(rejection, command, told);
    }

    private static Stream<Case> groups() {
        return Stream.of(
                when(DELETE_GROUP, new GroupNotFound(GROUP), "404 InvalidSecurityGroupId.NotFound"),
                when(
                        DELETE_GROUP,
                        new GroupManagedByProduct(GROUP),
                        "403 InvalidOperation.ResourceManagedByCloudProduct"),
                when(DELETE_GROUP, new GroupIsProtected(GROUP), "400 InvalidOperation.DeletionProtection"),
                when(DELETE_GROUP, new GroupHasMembers(GROUP, List.of(ENI)), "403 DependencyViolation"),
                when(DELETE_GROUP, new GroupIsReferenced(GROUP, List.of(OTHER)), "403 DependencyViolation"),
                when(DELETE_GROUP, new AdvancedGroupPolicyFixed(GROUP), "404 InvalidParameter.InnerAccessPolicy"),
                when(DELETE_GROUP, new Rejection.IdTaken(GROUP), "409 OperationConflict"));
    }

    private static Stream<Case> members() {
        VpcMismatch mismatch = new VpcMismatch(ENI, VPC, GROUP, FAR);
        return Stream.of(
                when(JOIN_ENI, new EniNotFound(ENI), "404 InvalidEniId.NotFound"),
                when(JOIN_INSTANCE, new InstanceNotFound(INSTANCE), "404 InvalidInstanceId.NotFound"),
                when(
                        new Command.DeleteEni(ENI),
                        new EniIsAttached(ENI, INSTANCE),
                        "400 InvalidOperation.InvalidEniState"),
                when(JOIN_ENI, new AlreadyMember(ENI, GROUP), "403 InvalidInstanceId.AlreadyExists"),
                when(LEAVE, new NotMember(ENI, GROUP), "403 InstanceNotInSecurityGroup"),
                when(LEAVE, new LastGroup(ENI, GROUP), "403 InstanceLastSecurityGroup"),
                when(NEW_ENI, new GroupMissing(ENI), "400 MissingParameter"),
                when(JOIN_INSTANCE, mismatch, "400 InvalidInstanceId.Mismatch"),
                when(RUN, mismatch, "400 InvalidParameter.Mismatch"),
                when(JOIN_ENI, mismatch, "403 InvalidOperation.VpcMismatch"),
                when(NEW_ENI, mismatch, "403 InvalidOperation.VpcMismatch"),
                when(JOIN_ENI, new TypeMismatch(ENI, OTHER, GROUP), "403 InvalidOperation.MultiGroupType"));
    }

    private static Stream<Case> labels() {
        Command relabel = new Command.Relabel(List.of(GROUP), new LabelEdit.UntagAll());
        return Stream.of(
                when(relabel, new ObjectNotFound(GROUP), "404 InvalidResourceId.NotFound"),
                when(relabel, new TagLimit(GROUP, 20), "403 QuotaExceed.Tags"));
    }

    private static Stream<Case> instances() {
        Command power = new Command.SetPower(INSTANCE, Power.RUNNING);
        return Stream.of(
                when(power, new InstanceIsAlready(INSTANCE, Power.RUNNING), "403 IncorrectInstanceStatus"),
                when(power, new InstanceIsProtected(INSTANCE), "403 InvalidOperation.DeletionProtection"));
    }

    private static Stream<Case> networks() {
        return Stream.of(
                when(NEW_VSWITCH, new VpcNotFound(VPC), "404 InvalidVpcId.NotFound"),
                when(RUN, new VSwitchNotFound(VSWITCH), "404 InvalidVSwitchId.NotFound"),
                when(NEW_VSWITCH, new BlockNotAllowed(BLOCK, 16, 29), "400 InvalidCidrBlock.Malformed"),
                when(NEW_VSWITCH, new VSwitchOutsideVpc(BLOCK, VPC, BLOCK), "400 InvalidCidrBlock.Malformed"),
                when(NEW_VSWITCH, new VSwitchOverlaps(BLOCK, VSWITCH, BLOCK), "400 InvalidCidrBlock.Overlapped"),
                when(
                        new Command.DeleteVpc(VPC),
                        new VpcInUse(VPC, List.of(VSWITCH)),
                        "403 DependencyViolation.VSwitch"),
                when(
                        new Command.DeleteVpc(VPC),
                        new VpcInUse(VPC, List.of(GROUP)),
                        "403 DependencyViolation.SecurityGroup"),
                when(
                        new Command.DeleteVSwitch(VSWITCH),
                        new VSwitchInUse(VSWITCH, List.of(ENI)),
                        "403 DependencyViolation"),
                when(RUN, new AddressOutsideVSwitch(ADDRESS, VSWITCH, BLOCK), "403 InvalidVSwitchId.IpInvalid"),
                when(RUN, new AddressReserved(ADDRESS, VSWITCH), "403 InvalidVSwitchId.IpInvalid"),
                when(RUN, new AddressTaken(ADDRESS, VSWITCH), "400 InvalidPrivateIpAddress.Duplicated"),
                when(RUN, new VSwitchFull(VSWITCH, 9), "400 QuotaExceeded.PrivateIpAddress"),
                when(NEW_ENI, new VSwitchFull(VSWITCH, 1), "403 InvalidVSwitchId.IpNotEnough"));
    }

    private static Stream<Case> peers() {
        PeerGroupNotFound gone = new PeerGroupNotFound(OTHER);
        PeerGroupInOtherVpc far = new PeerGroupInOtherVpc(OTHER, FAR, VPC);
        PrefixListId list = new PrefixListId("pl-8");
        return Stream.of(
                when(INGRESS, gone, "404 InvalidSourceGroupId.NotFound"),
                when(EGRESS, gone, "404 InvalidDestGroupId.NotFound"),
                when(INGRESS, far, "403 InvalidSourceGroupId.Mismatch"),
                when(EGRESS, far, "403 InvalidDestGroupId.Mismatch"),
                when(INGRESS, new PeerGroupIsSelf(GROUP), "403 InvalidParamter.Conflict"),
                when(EGRESS, new PeerGroupIsSelf(GROUP), "403 InvalidSecurityGroup.IsSame"),
                when(INGRESS, new PeerGroupNotBasic(OTHER), "403 InvalidGroupAuthParameter.OperationDenied"),
                when(INGRESS, new PrefixListNotFound(list), "404 InvalidPrefixListId.NotFound"),
                when(
                        INGRESS,
                        new PrefixListFamilyMismatch(list, AddressFamily.IPV6, BLOCK),
                        "400 InvalidParam.PrefixListAddressFamilyMismatch"),
                when(INGRESS, new FamilyConflict(BLOCK, BLOCK_V6), "400 InvalidParameter.Conflict"),
                when(INGRESS, new BlocksEqual(BLOCK), "400 InvalidParamter.Conflict"));
    }

    private static Stream<Case> otherRules() {
        RuleNotFound gone = new RuleNotFound(new RuleId("sgr-9"), GROUP);
        RuleSelection selection = new RuleSelection.ByIds(List.of(new RuleId("sgr-9")));
        return Stream.of(
                when(
                        new Command.RevokeRules(GROUP, Direction.INGRESS, selection),
                        gone,
                        "404 InvalidParam.SecurityGroupRuleId"),
                when(
                        new Command.RevokeRules(GROUP, Direction.EGRESS, selection),
                        gone,
                        "404 InvalidSecurityGroupRule.RuleNotExist"),
                when(INGRESS, new RuleChanged(new RuleId("sgr-8")), "409 OperationConflict"),
                when(INGRESS, new RuleExists(new RuleId("sgr-7")), "400 InvalidParam.DuplicatePermissions"),
                when(INGRESS, new RuleRepeated(3, 5), "400 InvalidParam.DuplicatePermissions"),
                when(INGRESS, new PortListNotFound(new PortListId("prl-1")), "404 InvalidPortRangeListId.NotFound"),
                when(
                        INGRESS,
                        new ProtocolFamilyMismatch(IpProtocol.ICMP, AddressFamily.IPV6),
                        "400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address"),
                when(
                        INGRESS,
                        new ProtocolFamilyMismatch(IpProtocol.ICMPV6, AddressFamily.IPV4),
                        "400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address"),
                when(INGRESS, new PriorityNotWritable(Priority.LOWEST), "400 InvalidPriority.ValueNotSupported"));
    }

    private static Stream<Case> enis() {
        Command attach = new Command.AttachEni(ENI, INSTANCE);
        Command assign = new Command.AssignAddresses(ENI, AddressFamily.IPV4, MoreAddresses.NONE);
        return Stream.of(
                when(attach, new InstanceNotFound(INSTANCE), "404 InvalidEcsId.NotFound"),
                when(attach, new EniNotAttached(ENI, INSTANCE), "400 InvalidOperation.InvalidEniState"),
                when(attach, new PrimaryEniFixed(ENI, INSTANCE), "400 InvalidOperation.DetachPrimaryEniNotAllowed"),
                when(attach, new EniInOtherVpc(ENI, VPC, INSTANCE, FAR), "403 InvalidOperation.VpcMismatch"),
                when(
                        attach,
                        new EniInOtherZone(ENI, "zone-b", INSTANCE, "zone-c"),
                        "403 InvalidOperation.AvailabilityZoneMismatch"),
                when(attach, new InstanceEniLimit(INSTANCE, 15), "403 EniPerInstanceLimitExceeded"),
                when(assign, new EniAddressLimit(ENI, AddressFamily.IPV4, 50), "403 MaxEniPrivateIpsCountExceeded"),
                when(assign, new EniAddressLimit(ENI, AddressFamily.IPV6, 50), "403 MaxEniIpv6IpsCountExceeded"),
                when(assign, new AddressNotAssigned(ENI, BLOCK), "403 InvalidIp.IpUnassigned"),
                when(assign, new AddressTaken(ADDRESS, VSWITCH), "403 InvalidIp.IpAssigned"),
                when(assign, new PrefixTaken(BLOCK, VSWITCH), "403 InvalidIp.IpAssigned"),
                when(assign, new PrefixNotAllowed(BLOCK, VSWITCH, 28), "403 InvalidVSwitchId.IpInvalid"),
                when(assign, new VSwitchWithoutIpv6(VSWITCH), "403 InvalidVSwitch.Ipv6NotTurnOn"),
                when(NEW_VSWITCH, new VpcWithoutIpv6(VPC), "400 OperationFailed.VpcNotEnableIpv6"));
    }

    private static Stream<Case> lists() {
        PrefixListId list = new PrefixListId("pl-8");
        PortListId ports = new PortListId("prl-9");
        Command delete = new Command.DeletePrefixList(list);
        return Stream.of(
                when(delete, new ListInUse(list, List.of(GROUP)), "403 DependencyViolation"),
                when(
                        delete,
                        new EntryFamilyMismatch(BLOCK_V6, AddressFamily.IPV4),
                        "400 InvalidParameter.CidrMalformed"),
                when(delete, new EntryLimit(ports, 7), "400 LimitExceed.Entry"),
                when(delete, new PrefixListLimit(100), "404 LimitExceed.PrefixListPerRegion"),
                when(delete, new PortListLimit(100), "404 LimitExceed.PortRangeListPerRegion"),
                when(INGRESS, new AssociationLimit(list, 9), "403 LimitExceed.PrefixListAssociationResource"));
    }

    private static Stream<Case> limits() {
        Command create = new Command.CreateGroup(GROUP, VPC, dev.cordon.model.policy.GroupType.BASIC, DETAILS);
        return Stream.of(
                when(create, new GroupLimit(100), "403 QuotaExceed.SecurityGroup"),
                when(INGRESS, new GroupReferenceLimit(GROUP, 20), "403 AuthorizedGroupRule.LimitExceed"),
                when(INGRESS, new RuleLimit(ENI, 1_001, 1_000), "403 AuthorizationLimitExceed"),
                when(JOIN_ENI, new RuleLimit(ENI, 1_001, 1_000), "403 AclLimitExceed"),
                when(JOIN_ENI, new GroupFull(GROUP, 6_000), "403 SecurityGroupInstanceLimitExceeded"),
                when(RUN, new GroupFull(GROUP, 6_000), "403 SecurityGroupInstanceLimitExceed"),
                when(RUN, new EniGroupLimit(ENI, 10), "400 JoinedGroupLimitExceed"),
                when(NEW_ENI, new EniGroupLimit(ENI, 10), "400 JoinedGroupLimitExceed"),
                when(JOIN_ENI, new EniGroupLimit(ENI, 10), "403 InstanceSecurityGroupLimitExceeded"));
    }
}
