package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Action;
import dev.cordon.model.policy.Direction;
import java.util.List;
import java.util.stream.Stream;

/// All actions.
public final class Actions {

    private Actions() {}

    public static List<Action> all(Desk desk) {
        return operations(desk).<Action>map(operation -> operation).toList();
    }

    static Stream<Operation> operations(Desk desk) {
        return Stream.of(
                        groups(desk),
                        Stream.of(Direction.values()).flatMap(direction -> rules(desk, direction)),
                        lists(desk),
                        members(desk),
                        Stream.of(new GetCallerIdentity(desk)),
                        others(desk),
                        Stream.of(Versions.VPC, Versions.ECS).flatMap(version -> networks(desk, version)))
                .flatMap(actions -> actions);
    }

    private static Stream<Operation> groups(Desk desk) {
        return Stream.of(
                new CreateSecurityGroup(desk),
                new DeleteSecurityGroup(desk),
                new DescribeSecurityGroups(desk),
                new DescribeSecurityGroupAttribute(desk),
                new DescribeSecurityGroupReferences(desk),
                new ModifySecurityGroupAttribute(desk),
                new ModifySecurityGroupPolicy(desk));
    }

    private static Stream<Operation> rules(Desk desk, Direction direction) {
        return Stream.of(
                new AuthorizeSecurityGroup(desk, direction),
                new ModifySecurityGroupRule(desk, direction),
                new RevokeSecurityGroup(desk, direction));
    }

    private static Stream<Operation> lists(Desk desk) {
        return Stream.of(
                new CreatePrefixList(desk),
                new ModifyPrefixList(desk),
                new DeletePrefixList(desk),
                new DescribePrefixLists(desk),
                new DescribePrefixListAttributes(desk),
                new DescribePrefixListAssociations(desk),
                new CreatePortRangeList(desk),
                new ModifyPortRangeList(desk),
                new DeletePortRangeList(desk),
                new DescribePortRangeLists(desk),
                new DescribePortRangeListEntries(desk),
                new DescribePortRangeListAssociations(desk));
    }

    private static Stream<Operation> members(Desk desk) {
        return Stream.of(
                new RunInstances(desk),
                new DescribeInstances(desk),
                new DeleteInstance(desk),
                new DeleteInstances(desk),
                new CreateInstance(desk),
                new StartInstance(desk),
                new StopInstance(desk),
                new ModifyInstanceAttribute(desk),
                new DescribeInstanceAttribute(desk),
                new DescribeInstanceStatus(desk),
                new CreateNetworkInterface(desk),
                new DescribeNetworkInterfaces(desk),
                new DescribeNetworkInterfaceAttribute(desk),
                new ModifyNetworkInterfaceAttribute(desk),
                new AttachNetworkInterface(desk),
                new DetachNetworkInterface(desk),
                new AssignPrivateIpAddresses(desk),
                new UnassignPrivateIpAddresses(desk),
                new AssignIpv6Addresses(desk),
                new UnassignIpv6Addresses(desk),
                new DeleteNetworkInterface(desk),
                new JoinSecurityGroup(desk),
                new LeaveSecurityGroup(desk));
    }

    private static Stream<Operation> others(Desk desk) {
        return Stream.of(
                new TagResources(desk, Versions.VPC),
                new TagResources(desk, Versions.ECS),
                new UntagResources(desk, Versions.VPC),
                new UntagResources(desk, Versions.ECS),
                new ListTagResources(desk, Versions.VPC),
                new ListTagResources(desk, Versions.ECS),
                new AddTags(desk),
                new RemoveTags(desk),
                new DescribeTags(desk),
                new JoinResourceGroup(desk),
                new DescribeRegions(desk),
                new DescribeZones(desk),
                new DescribeAccountAttributes(desk),
                new DescribeRouteTableList(desk));
    }

    /// ECS still answers what has become a product of its own.
    private static Stream<Operation> networks(Desk desk, String version) {
        return Stream.of(
                new CreateVpc(desk, version),
                new DescribeVpcs(desk, version),
                new DescribeVpcAttribute(desk, version),
                new ModifyVpcAttribute(desk, version),
                new DeleteVpc(desk, version),
                new CreateVSwitch(desk, version),
                new DescribeVSwitches(desk, version),
                new DescribeVSwitchAttributes(desk, version),
                new ModifyVSwitchAttribute(desk, version),
                new DeleteVSwitch(desk, version));
    }
}
