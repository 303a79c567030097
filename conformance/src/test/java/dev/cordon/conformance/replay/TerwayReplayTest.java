package dev.cordon.conformance.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.conformance.sdk.RunningNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The network plug-in of Kubernetes, which makes ENIs and addresses for pods, and tells by exact
/// codes what to try again and what to forget. It has been moving from one library to another.
///
/// @spec https://github.com/AliyunContainerService/terway pkg/aliyun/client
class TerwayReplayTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    /// One pod's network, through one library.
    private record Network(Program ecs, String vpc, String vSwitch, String group, String instance) {

        static Network make(Library library) {
            Program ecs = Program.over(Product.ECS, library, NODE);
            Program vpcs = Program.over(Product.VPC, library, NODE);
            String vpc = vpcs.call("CreateVpc", "CidrBlock=10.0.0.0/8", "EnableIpv6=true")
                    .path("VpcId")
                    .asString();
            String vSwitch = vpcs.call(
                            "CreateVSwitch",
                            "VpcId=" + vpc,
                            "CidrBlock=10.1.0.0/24",
                            "ZoneId=cn-hangzhou-a",
                            "Ipv6CidrBlock=7")
                    .path("VSwitchId")
                    .asString();
            String group = ecs.call("CreateSecurityGroup", "VpcId=" + vpc)
                    .path("SecurityGroupId")
                    .asString();
            String instance = ecs.call("RunInstances", "VSwitchId=" + vSwitch, "SecurityGroupId=" + group)
                    .at("/InstanceIdSets/InstanceIdSet/0")
                    .asString();
            return new Network(ecs, vpc, vSwitch, group, instance);
        }

        String eni(String token) {
            return ecs.call(
                            "CreateNetworkInterface",
                            "VSwitchId=" + vSwitch,
                            "InstanceType=Secondary",
                            "SecurityGroupIds.1=" + group,
                            "Description=interface create by terway",
                            "SecondaryPrivateIpAddressCount=2",
                            "Ipv6AddressCount=1",
                            "Tag.1.Key=creator",
                            "Tag.1.Value=terway",
                            "ClientToken=" + token)
                    .path("NetworkInterfaceId")
                    .asString();
        }

        JsonNode shown(String eni) {
            return ecs.call("DescribeNetworkInterfaces", "NetworkInterfaceId.1=" + eni, "MaxResults=500")
                    .at("/NetworkInterfaceSets/NetworkInterfaceSet/0");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Library.class,
            names = {"GO_CLASSIC", "TEA_V3"})
    void eniOfPodsLivesAndDies(Library library) {
        Network network = Network.make(library);
        Program ecs = network.ecs();
        String eni = network.eni("token-1" + library);
        assertEquals(eni, network.eni("token-1" + library), "a call that is sent again makes nothing");
        JsonNode made = network.shown(eni);
        assertEquals(
                "Available Secondary",
                made.path("Status").asString() + " " + made.path("Type").asString());
        assertEquals(List.of("terway"), Program.each(made.at("/Tags/Tag"), "TagValue"));
        assertEquals(3, made.at("/PrivateIpSets/PrivateIpSet").size());
        assertEquals(1, made.at("/Ipv6Sets/Ipv6Set").size());
        String[] both = {"NetworkInterfaceId=" + eni, "InstanceId=" + network.instance()};
        ecs.call("AttachNetworkInterface", both);
        JsonNode attached =
                ecs.call("DescribeNetworkInterfaceAttribute", "NetworkInterfaceId=" + eni, "Attribute=basic");
        assertEquals("InUse", attached.path("Status").asString());
        assertEquals(network.instance(), attached.at("/Attachment/InstanceId").asString());
        ipv4AddressesComeAndGo(network, eni);
        ipv6AddressesComeAndGo(network, eni);
        assertEquals(
                "400 InvalidOperation.InvalidEniState",
                ecs.refusal("DeleteNetworkInterface", "NetworkInterfaceId=" + eni));
        ecs.call("DetachNetworkInterface", both);
        assertEquals("Available", network.shown(eni).path("Status").asString());
        ecs.call("DeleteNetworkInterface", "NetworkInterfaceId=" + eni);
        assertEquals("404 InvalidEniId.NotFound", ecs.refusal("DeleteNetworkInterface", "NetworkInterfaceId=" + eni));
        assertEquals("404 InvalidEniId.NotFound", ecs.refusal("DetachNetworkInterface", both));
    }

    private static void ipv4AddressesComeAndGo(Network network, String eni) {
        JsonNode given = network.ecs()
                .call(
                        "AssignPrivateIpAddresses",
                        "NetworkInterfaceId=" + eni,
                        "SecondaryPrivateIpAddressCount=2",
                        "ClientToken=four-" + eni)
                .at("/AssignedPrivateIpAddressesSet/PrivateIpSet/PrivateIpAddress");
        assertEquals(2, given.size());
        assertEquals(5, network.shown(eni).at("/PrivateIpSets/PrivateIpSet").size());
        String[] words = {
            "NetworkInterfaceId=" + eni,
            "PrivateIpAddress.1=" + given.path(0).asString(),
            "PrivateIpAddress.2=" + given.path(1).asString()
        };
        network.ecs().call("UnassignPrivateIpAddresses", words);
        assertEquals(3, network.shown(eni).at("/PrivateIpSets/PrivateIpSet").size());
        assertEquals("403 InvalidIp.IpUnassigned", network.ecs().refusal("UnassignPrivateIpAddresses", words));
    }

    private static void ipv6AddressesComeAndGo(Network network, String eni) {
        String given = network.ecs()
                .call(
                        "AssignIpv6Addresses",
                        "NetworkInterfaceId=" + eni,
                        "Ipv6AddressCount=1",
                        "ClientToken=six-" + eni)
                .at("/Ipv6Sets/Ipv6Address/0")
                .asString();
        String[] words = {"NetworkInterfaceId=" + eni, "Ipv6Address.1=" + given};
        network.ecs().call("UnassignIpv6Addresses", words);
        assertEquals("403 InvalidIp.IpUnassigned", network.ecs().refusal("UnassignIpv6Addresses", words));
    }

    /// The plug-in asks for 500 at once, and for the rest by the token until there is none.
    @ParameterizedTest
    @EnumSource(
            value = Library.class,
            names = {"GO_CLASSIC", "TEA_V3"})
    void enisAreListedPageByPage(Library library) {
        Network network = Network.make(library);
        List<String> made = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            made.add(network.eni("page-" + count + library));
        }
        String[] asked = {"VpcId=" + network.vpc(), "Tag.1.Key=creator", "Tag.1.Value=terway"};
        assertEquals(made.stream().sorted().toList(), pages(network.ecs(), asked, 500));
        assertEquals(made.stream().sorted().toList(), pages(network.ecs(), asked, 1));
    }

    private static List<String> pages(Program ecs, String[] asked, int size) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            List<String> words = new ArrayList<>(List.of(asked));
            words.add("MaxResults=" + size);
            if (!token.isEmpty()) {
                words.add("NextToken=" + token);
            }
            JsonNode page = ecs.call("DescribeNetworkInterfaces", words.toArray(String[]::new));
            found.addAll(Program.each(page.at("/NetworkInterfaceSets/NetworkInterfaceSet"), "NetworkInterfaceId"));
            token = page.path("NextToken").asString();
        } while (!token.isEmpty());
        return found.stream().sorted().toList();
    }

    /// What the plug-in does next depends on these codes alone.
    @ParameterizedTest
    @EnumSource(
            value = Library.class,
            names = {"GO_CLASSIC", "TEA_V3"})
    void failuresHaveTheCodesThatAreLookedFor(Library library) {
        Network network = Network.make(library);
        Program ecs = network.ecs();
        String eni = network.eni("codes" + library);
        assertEquals(
                "404 InvalidEcsId.NotFound",
                ecs.refusal("AttachNetworkInterface", "NetworkInterfaceId=" + eni, "InstanceId=i-none"));
        assertEquals(
                "404 InvalidEniId.NotFound",
                ecs.refusal("AssignPrivateIpAddresses", "NetworkInterfaceId=eni-none", "PrivateIpAddress.1=10.1.0.9"));
        String small = Program.over(Product.VPC, library, NODE)
                .call("CreateVSwitch", "VpcId=" + network.vpc(), "CidrBlock=10.2.0.0/29", "ZoneId=cn-hangzhou-a")
                .path("VSwitchId")
                .asString();
        String refusal = "200 ";
        for (int count = 0; refusal.equals("200 "); count++) {
            assertEquals(free(network, small) > 0, count < 4, "four addresses of eight can be given");
            refusal = ecs.refusal(
                    "CreateNetworkInterface", "VSwitchId=" + small, "SecurityGroupIds.1=" + network.group());
        }
        assertEquals("403 InvalidVSwitchId.IpNotEnough", refusal);
        assertEquals("403 EniPerInstanceLimitExceeded", attachedUntilRefused(network, library));
    }

    /// Returns how many addresses of a vSwitch are free, by which one of several is chosen.
    private static long free(Network network, String vSwitch) {
        JsonNode shown = Program.over(Product.VPC, network.ecs().library(), NODE)
                .call("DescribeVSwitches", "VSwitchId=" + vSwitch)
                .at("/VSwitches/VSwitch");
        return StreamSupport.stream(shown.spliterator(), false)
                .mapToLong(entry -> entry.path("AvailableIpAddressCount").asLong())
                .sum();
    }

    private static String attachedUntilRefused(Network network, Library library) {
        String refusal = "200 ";
        for (int count = 0; refusal.equals("200 "); count++) {
            refusal = network.ecs()
                    .refusal(
                            "AttachNetworkInterface",
                            "NetworkInterfaceId=" + network.eni("many-" + count + library),
                            "InstanceId=" + network.instance());
        }
        return refusal;
    }
}
