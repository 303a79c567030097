package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.cli.node.Node;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `cordon account` and `cordon log`, as people type them.
class AccountCommandTest {

    @TempDir
    private Path folder;

    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(new Node.Settings(folder, InetSocketAddress.createUnresolved("127.0.0.1", 0)));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private Ended run(String... words) {
        Stream<String> where =
                Stream.of("--credentials", folder.resolve(CredentialsFile.NAME).toString());
        return Ended.of(Stream.concat(Stream.of(words), where).toArray(String[]::new));
    }

    private JsonNode json(String... words) {
        Ended ended =
                run(Stream.concat(Stream.of(words), Stream.of("-o", "json")).toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended::toString);
        return Json.parse(ended.out()).orElseThrow();
    }

    @Test
    void accountAndKeysAreMadeListedAndDeleted() throws IOException {
        String account = json("account", "create", "team").path("account").asString();
        Path policy = Files.writeString(
                folder.resolve("policy.json"),
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}]}");
        json("account", "key", "create", account, "--policy", policy.toString());
        String reader = json("account", "key", "create", account, "--role", "read-only")
                .path("accessKeyId")
                .asString();
        json("account", "token", account, "--minutes", "15");
        json("account", "key", "disable", reader);
        assertThat(run("account", "list").out()).contains("Inactive");
        json("account", "key", "enable", reader);
        json("account", "key", "delete", reader);
        JsonNode team = json("account", "list").path("accounts").path(1);
        assertEquals("team", team.path("name").asString());
        assertEquals(3, team.path("keys").size());
        assertThat(team.toString()).doesNotContain(reader, "ecret");
        assertThat(run("account", "list").out()).contains(account, "team");
        json("account", "delete", account);
        assertEquals(1, json("account", "list").path("accounts").size());
    }

    @Test
    void logTellsWhoDidWhat() {
        json("account", "create", "team");
        JsonNode first = json("log", "--count", "1").path("changes").path(0);
        assertEquals("account-create", first.path("action").asString());
        assertEquals(node.credentials().accessKeyId(), first.path("accessKeyId").asString());
        assertEquals(1, json("log", "--after", "1").path("changes").size());
    }

    @Test
    void logHasCallsThatChangedNothing() {
        JsonNode team = json("account", "create", "team");
        CordonClient client = new CordonClient(new CredentialsFile(
                team.path("accessKeyId").asString(),
                team.path("accessKeySecret").asString(),
                Node.REGION,
                node.credentials().endpoint()));
        String vpc = ecs(client, "CreateVpc").path("VpcId").asString();
        String group = ecs(client, "CreateSecurityGroup", "VpcId=" + vpc)
                .path("SecurityGroupId")
                .asString();
        ecs(client, "ModifySecurityGroupPolicy", "SecurityGroupId=" + group, "InnerAccessPolicy=Accept");
        assertThrows(CliException.class, () -> ecs(client, "DeleteVpc", "VpcId=" + vpc));
        assertThrows(CliException.class, () -> ecs(client, "DeleteVpc", "VpcId=" + vpc, "DryRun=true"));
        assertThrows(CliException.class, () -> ecs(client, "DescribeVpcs", "PageSize=x"));
        assertThrows(CliException.class, () -> client.tell("account-create", new TreeMap<>(Map.of("Name", "mine"))));
        JsonNode attempts = json("log").path("attempts");
        assertThat(attempts.valueStream()
                        .map(it -> it.path("action").asString() + " "
                                + it.path("code").asString()))
                .containsExactly(
                        "ModifySecurityGroupPolicy OK",
                        "DeleteVpc DependencyViolation.SecurityGroup",
                        "account-create Forbidden.RAM");
        JsonNode refused = attempts.path(1);
        assertEquals(team.path("account").asString(), refused.path("account").asString());
        assertEquals(
                team.path("accessKeyId").asString(), refused.path("accessKeyId").asString());
        assertEquals("127.0.0.1", refused.path("source").asString());
        assertThat(refused.path("requestId").asString()).isNotEmpty();
        assertEquals(4, refused.path("after").asInt());
        assertThat(run("log").out()).contains("DependencyViolation");
        stop();
        start();
        assertEquals(attempts, json("log").path("attempts"));
    }

    /// @param words each a parameter, such as `VpcId=vpc-1`
    private static JsonNode ecs(CordonClient client, String action, String... words) {
        TreeMap<String, String> parameters = new TreeMap<>();
        for (String word : words) {
            int end = word.indexOf('=');
            parameters.put(word.substring(0, end), word.substring(end + 1));
        }
        return client.call(CordonClient.Product.ECS, action, parameters);
    }

    @Test
    void refusalIsTold() {
        run("account", "delete", "1234567890123456")
                .saysWhy(ExitCode.COULD_NOT_ASK, "EntityNotExist.Account: There is no such account; list them.");
    }
}
