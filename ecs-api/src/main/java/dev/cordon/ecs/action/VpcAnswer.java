package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressPool;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import java.util.stream.Stream;

/// VPCs and vSwitches as descriptions show them. Each VPC has one router with one table, which are
/// known by the VPC's own id.
///
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs
/// DescribeVpcs
final class VpcAnswer {

    private static final String AVAILABLE = "Available";

    private static final Fields<CidrBlock> IPV6_BLOCK =
            Fields.<CidrBlock>none().text("Ipv6CidrBlock", block -> block).noText("Ipv6Isp");

    /// What both descriptions of a VPC show.
    private static final Fields<Seen<Vpc>> COMMON = Fields.<Seen<Vpc>>none()
            .text("VpcId", seen -> seen.it().id())
            .text("VpcName", seen -> seen.it().details().name())
            .text("Description", seen -> seen.it().details().description())
            .text("RegionId", Seen::region)
            .text("Status", seen -> AVAILABLE)
            .text("CidrBlock", seen -> seen.it().block())
            .text("Ipv6CidrBlock", seen -> first(seen.it().ipv6Blocks()))
            .list("Ipv6CidrBlocks.Ipv6CidrBlock", seen -> seen.it().ipv6Blocks().stream(), IPV6_BLOCK)
            .flag("EnabledIpv6", seen -> !seen.it().ipv6Blocks().isEmpty())
            .noFlag("IsDefault")
            .text("VRouterId", seen -> router(seen.it().id()))
            .text("CreationTime", seen -> LabelAnswer.time(seen.it().details()))
            .texts("VSwitchIds.VSwitchId", seen -> vSwitches(seen).map(VSwitch::id))
            .with(seen -> seen.it().details().labels(), LabelAnswer.VPC)
            .noTexts("SecondaryCidrBlocks.SecondaryCidrBlock", "UserCidrs.UserCidr")
            .noText("DhcpOptionsSetId", "DhcpOptionsSetStatus", "DnsHostnameStatus")
            .noNumber("OwnerId");

    /// What `DescribeVpcs` shows of each.
    static final Fields<Seen<Vpc>> FIELDS = COMMON.texts(
                    "RouterTableIds.RouterTableIds",
                    seen -> Stream.of(routeTable(seen.it().id())))
            .noTexts("NatGatewayIds.NatGatewayIds")
            .text("CenStatus", seen -> "Detached");

    /// What `DescribeVpcAttribute` answers.
    static final Fields<Seen<Vpc>> ATTRIBUTE = COMMON.list(
                    "CloudResources.CloudResourceSetType",
                    VpcAnswer::resources,
                    Fields.<Resource>none()
                            .text("ResourceType", Resource::type)
                            .number("ResourceCount", Resource::count))
            .list(
                    "AssociatedCens.AssociatedCen",
                    seen -> Stream.empty(),
                    Fields.none().noText("CenId", "CenStatus").noNumber("CenOwnerId"))
            .list(
                    "AssociatedPropagationSources.AssociatedPropagationSources",
                    seen -> Stream.empty(),
                    Fields.none()
                            .noText("SourceInstanceId", "SourceType", "Status")
                            .noNumber("SourceOwnerId")
                            .noFlag("RoutePropagated"))
            .noText("Ipv4GatewayId")
            .noFlag("ClassicLinkEnabled", "SupportIpv4Gateway");

    /// A vSwitch, in either description.
    static final Fields<Seen<VSwitch>> V_SWITCH = Fields.<Seen<VSwitch>>none()
            .text("VSwitchId", seen -> seen.it().id())
            .text("VSwitchName", seen -> seen.it().details().name())
            .text("Description", seen -> seen.it().details().description())
            .text("VpcId", seen -> seen.it().vpc())
            .text("ZoneId", seen -> seen.it().zone())
            .text("Status", seen -> AVAILABLE)
            .text("CidrBlock", seen -> seen.it().block())
            .text("Ipv6CidrBlock", seen -> first(seen.it().ipv6Blocks()))
            .flag("EnabledIpv6", seen -> !seen.it().ipv6Blocks().isEmpty())
            .number("AvailableIpAddressCount", seen -> AddressPool.freeCount(seen.it(), seen.state()))
            .noFlag("IsDefault")
            .text("CreationTime", seen -> LabelAnswer.time(seen.it().details()))
            .text("RouteTable.RouteTableId", seen -> routeTable(seen.it().vpc()))
            .text("RouteTable.RouteTableType", seen -> "System")
            .with(seen -> seen.it().details().labels(), LabelAnswer.VPC)
            .noText("NetworkAclId", "ShareType")
            .noNumber("OwnerId");

    /// The route table of a VPC.
    static final Fields<Seen<Vpc>> ROUTE_TABLE = Fields.<Seen<Vpc>>none()
            .text("RouteTableId", seen -> routeTable(seen.it().id()))
            .text("RouterId", seen -> router(seen.it().id()))
            .text("VpcId", seen -> seen.it().id())
            .text("RouterType", seen -> "VRouter")
            .text("RouteTableType", seen -> "System")
            .text("AssociateType", seen -> "VSwitch")
            .text("Status", seen -> AVAILABLE)
            .text("CreationTime", seen -> LabelAnswer.time(seen.it().details()))
            .texts("VSwitchIds.VSwitchId", seen -> vSwitches(seen).map(VSwitch::id))
            .noText("RouteTableName", "Description", "ResourceGroupId")
            .noTexts("GatewayIds.GatewayIds")
            .noFlag("RoutePropagationEnable")
            .noNumber("OwnerId")
            .list("Tags.Tag", seen -> Stream.empty(), Fields.none().noText("Key", "Value"));

    private VpcAnswer() {}

    /// How many there are of a kind of thing in a VPC.
    private record Resource(String type, long count) {}

    private static Stream<Resource> resources(Seen<Vpc> seen) {
        return Stream.of(
                new Resource("VSwitch", vSwitches(seen).count()),
                new Resource("VRouter", 1),
                new Resource("RouteTable", 1));
    }

    private static Stream<VSwitch> vSwitches(Seen<Vpc> seen) {
        return seen.state()
                .vSwitches()
                .filter(vSwitch -> vSwitch.vpc().equals(seen.it().id()));
    }

    private static String first(java.util.List<CidrBlock> blocks) {
        return blocks.isEmpty() ? "" : blocks.getFirst().toString();
    }

    static String router(VpcId vpc) {
        return "vrt-" + bare(vpc);
    }

    static String routeTable(VpcId vpc) {
        return "vtb-" + bare(vpc);
    }

    private static String bare(VpcId vpc) {
        return vpc.value().replaceFirst("^vpc-", "");
    }
}
