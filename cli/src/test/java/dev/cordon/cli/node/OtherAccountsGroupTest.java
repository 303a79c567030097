package dev.cordon.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.controlplane.command.PeerReach;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.ecs.http.Authenticator.Check;
import dev.cordon.ecs.http.Throttle;
import dev.cordon.model.policy.Profile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The members of a group of another account are peers of a rule that names it.
class OtherAccountsGroupTest {

    @TempDir
    private Path folder;

    private Node node;

    @BeforeEach
    void start() {
        InetSocketAddress anyPort = InetSocketAddress.createUnresolved("127.0.0.1", 0);
        node = Node.start(new Node.Settings(
                folder,
                anyPort,
                new Node.Tls(anyPort, Optional.empty()),
                Profile.ALIYUN_DEFAULT,
                EnumSet.allOf(Check.class),
                new Node.Limits(Quotas.DEFAULT.with(PeerReach.JOINED_VPCS), Throttle.Rates.ANY)));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /// What one account has: a group with one ENI in it.
    private record Site(CordonClient client, String group, String eni) {}

    private static Site site(CordonClient client, String block) {
        String vpc = make(client, Product.VPC, "CreateVpc", "VpcId", Map.of("CidrBlock", block));
        String vSwitch = make(
                client,
                Product.VPC,
                "CreateVSwitch",
                "VSwitchId",
                Map.of("VpcId", vpc, "CidrBlock", block, "ZoneId", "cn-hangzhou-a"));
        String group = make(client, Product.ECS, "CreateSecurityGroup", "SecurityGroupId", Map.of("VpcId", vpc));
        String eni = make(
                client,
                Product.ECS,
                "CreateNetworkInterface",
                "NetworkInterfaceId",
                Map.of("VSwitchId", vSwitch, "SecurityGroupIds.1", group));
        return new Site(client, group, eni);
    }

    private static String make(
            CordonClient client, Product product, String action, String id, Map<String, String> parameters) {
        return client.call(product, action, new TreeMap<>(parameters)).path(id).asString();
    }

    @Test
    void memberOfANamedGroupIsLetIn() {
        CordonClient root = new CordonClient(node.credentials());
        JsonNode other = root.tell("account-create", new TreeMap<>(Map.of("Name", "partner")));
        Site web = site(root, "10.0.0.0/24");
        Site client = site(
                new CordonClient(new CredentialsFile(
                        other.path("accessKeyId").asString(),
                        other.path("accessKeySecret").asString(),
                        Node.REGION,
                        node.credentials().endpoint())),
                "10.0.1.0/24");
        TreeMap<String, String> question =
                new TreeMap<>(Map.of("from", client.eni(), "to", web.eni(), "protocol", "tcp", "port", "443"));
        assertEquals(
                "DENIED_IN", root.ask("explain", question).path("disposition").asString());
        root.call(
                Product.ECS,
                "AuthorizeSecurityGroup",
                new TreeMap<>(Map.of(
                        "SecurityGroupId", web.group(),
                        "IpProtocol", "TCP",
                        "PortRange", "443/443",
                        "SourceGroupId", client.group(),
                        "SourceGroupOwnerAccount", "partner")));
        JsonNode told = root.ask("explain", question);
        assertEquals("DELIVERED", told.path("disposition").asString());
        assertEquals(web.group(), told.at("/ingress/group").asString());
        stop();
        start();
        JsonNode after = new CordonClient(node.credentials()).ask("explain", question);
        assertEquals("DELIVERED", after.path("disposition").asString());
    }
}
