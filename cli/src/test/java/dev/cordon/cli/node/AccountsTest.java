package dev.cordon.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.ecs.account.PolicyDocument;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Accounts of a running node: what each may do and see, and what is kept of its keys.
class AccountsTest {

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

    private CordonClient root() {
        return new CordonClient(node.credentials());
    }

    private CordonClient client(JsonNode key) {
        return new CordonClient(new CredentialsFile(
                key.path("accessKeyId").asString(),
                key.path("accessKeySecret").asString(),
                Node.REGION,
                node.credentials().endpoint()));
    }

    private JsonNode tell(String route, String... pairs) {
        return root().tell(route, parameters(pairs));
    }

    private static TreeMap<String, String> parameters(String... pairs) {
        TreeMap<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private static JsonNode ecs(CordonClient client, String action, String... pairs) {
        return client.call(Product.ECS, action, parameters(pairs));
    }

    private static String refusal(Runnable call) {
        return assertThrows(CliException.class, call::run).getMessage().replaceAll(":.*", "");
    }

    private static long count(CordonClient client) {
        return ecs(client, "DescribeVpcs").path("TotalCount").asLong();
    }

    @Test
    void accountSeesItsOwnObjectsAlone() {
        JsonNode other = tell("account-create", "Name", "other");
        CordonClient client = client(other);
        String vpc = ecs(root(), "CreateVpc").path("VpcId").asString();
        ecs(client, "CreateVpc");
        ecs(client, "CreateVpc");
        assertEquals(1, count(root()));
        assertEquals(2, count(client));
        assertEquals("InvalidVpcId.NotFound", refusal(() -> ecs(client, "CreateSecurityGroup", "VpcId", vpc)));
        assertEquals(3, root().state().state().vpcs().count());
    }

    @Test
    void ownersAndKeysAreThereAfterARestart() throws IOException {
        JsonNode other = tell("account-create", "Name", "other");
        ecs(client(other), "CreateVpc");
        stop();
        start();
        assertEquals(1, count(client(other)));
        assertEquals(0, count(root()));
        stop();
        Files.delete(folder.resolve(KeyFile.NAME));
        assertThat(assertThrows(CliException.class, this::start)).hasMessageContaining(KeyFile.NAME);
    }

    @Test
    void policyIsKeptTo() {
        String account = tell("account-create", "Name", "other").path("account").asString();
        JsonNode reader = tell("account-key-create", "Account", account, "Policy", PolicyDocument.READ_ONLY_TEXT);
        assertEquals(0, count(client(reader)));
        assertEquals("Forbidden.RAM", refusal(() -> ecs(client(reader), "CreateVpc")));
        assertEquals(
                "MalformedPolicyDocument",
                refusal(() -> tell("account-key-create", "Account", account, "Policy", "{}")));
    }

    @Test
    void onlyTheFirstAccountMayLookAtEverything() {
        CordonClient client = client(tell("account-create", "Name", "other"));
        assertEquals("Forbidden.RAM", refusal(client::state));
        assertEquals("Forbidden.RAM", refusal(() -> client.tell("account-create", parameters("Name", "third"))));
        assertEquals("UnsupportedHTTPMethod", refusal(() -> root().ask("account-create", parameters("Name", "third"))));
    }

    @Test
    void accountGoesWithItsKeysOnceItOwnsNothing() {
        JsonNode other = tell("account-create", "Name", "other");
        String account = other.path("account").asString();
        CordonClient client = client(other);
        String vpc = ecs(client, "CreateVpc").path("VpcId").asString();
        assertEquals("EntityAlreadyExists.Account", refusal(() -> tell("account-create", "Name", "other")));
        assertEquals("DeleteConflict.Account", refusal(() -> tell("account-delete", "Account", account)));
        ecs(client, "DeleteVpc", "VpcId", vpc);
        tell("account-delete", "Account", account);
        assertEquals("InvalidAccessKeyId.NotFound", refusal(() -> count(client)));
        assertEquals("EntityNotExist.Account", refusal(() -> tell("account-delete", "Account", account)));
        assertEquals("EntityNotExist.Account", refusal(() -> tell("account-key-create", "Account", account)));
    }

    @Test
    void deletedKeyOpensNothing() {
        String account = tell("account-create", "Name", "other").path("account").asString();
        JsonNode key = tell("account-key-create", "Account", account);
        assertEquals(0, count(client(key)));
        String id = key.path("accessKeyId").asString();
        tell("account-key-delete", "AccessKeyId", id);
        assertEquals("InvalidAccessKeyId.NotFound", refusal(() -> count(client(key))));
        assertEquals("EntityNotExist.AccessKey", refusal(() -> tell("account-key-delete", "AccessKeyId", id)));
    }

    @Test
    void disabledKeyOpensNothingUntilItIsEnabled() {
        JsonNode other = tell("account-create", "Name", "other");
        String id = other.path("accessKeyId").asString();
        tell("account-key-update", "AccessKeyId", id, "Status", "Inactive");
        assertEquals("InvalidAccessKeyId.Inactive", refusal(() -> count(client(other))));
        stop();
        start();
        assertEquals("InvalidAccessKeyId.Inactive", refusal(() -> count(client(other))));
        assertThat(root().ask("account-list", new TreeMap<>()).toString()).contains("\"status\":\"Inactive\"");
        tell("account-key-update", "AccessKeyId", id, "Status", "Active");
        assertEquals(0, count(client(other)));
        String first = node.credentials().accessKeyId();
        assertEquals(
                "EntityNotExist.AccessKey",
                refusal(() -> tell("account-key-update", "AccessKeyId", first, "Status", "Inactive")));
        assertEquals("InvalidParameter", refusal(() -> tell("account-key-update", "AccessKeyId", id, "Status", "Off")));
    }

    @Test
    void conditionOfAPolicyIsKeptTo() {
        String account = tell("account-create", "Name", "other").path("account").asString();
        String policy = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                + "\"Condition\":{\"IpAddress\":{\"acs:SourceIp\":\"%s\"}}}]}";
        JsonNode here = tell("account-key-create", "Account", account, "Policy", policy.formatted("127.0.0.0/8"));
        JsonNode elsewhere = tell("account-key-create", "Account", account, "Policy", policy.formatted("192.0.2.0/24"));
        assertEquals(0, count(client(here)));
        assertEquals("Forbidden.RAM", refusal(() -> count(client(elsewhere))));
    }

    @Test
    void temporaryKeyComesWithATokenAndAnEnd() {
        String account = tell("account-create", "Name", "other").path("account").asString();
        JsonNode key = tell("account-token", "Account", account, "Seconds", "900");
        assertThat(key.path("accessKeyId").asString()).startsWith("STS.");
        assertThat(key.path("securityToken").asString()).hasSizeGreaterThan(32);
        assertEquals("MissingSecurityToken", refusal(() -> count(client(key))));
        assertEquals("InvalidParameter", refusal(() -> tell("account-token", "Account", account, "Seconds", "899")));
    }

    @Test
    void callerIsToldWhoItIs() {
        JsonNode other = tell("account-create", "Name", "other");
        JsonNode identity = client(other).call(Product.STS, "GetCallerIdentity", new TreeMap<>());
        assertEquals(
                other.path("account").asString(), identity.path("AccountId").asString());
        assertEquals(
                "acs:ram::" + other.path("account").asString() + ":root",
                identity.path("Arn").asString());
    }

    @Test
    void logHasAccountKeySourceAndRequest() {
        JsonNode other = tell("account-create", "Name", "other");
        String request = ecs(client(other), "CreateVpc").path("RequestId").asString();
        JsonNode last = StreamSupport.stream(
                        root().ask("log", new TreeMap<>()).path("changes").spliterator(), false)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertEquals("CreateVpc", last.path("action").asString());
        assertEquals(request, last.path("requestId").asString());
        assertEquals(other.path("account").asString(), last.path("account").asString());
        assertEquals(
                other.path("accessKeyId").asString(), last.path("accessKeyId").asString());
        assertEquals("127.0.0.1", last.path("source").asString());
        assertEquals(
                0,
                root().ask(
                                "log",
                                new TreeMap<>(
                                        Map.of("after", last.path("revision").asString())))
                        .path("changes")
                        .size());
    }

    @Test
    void secretsAreKeptNowhereInTheClearAndNotShownAgain() throws IOException {
        JsonNode other = tell("account-create", "Name", "other");
        JsonNode temporary =
                tell("account-token", "Account", other.path("account").asString());
        String list = root().ask("account-list", new TreeMap<>()).toString();
        stop();
        StringBuilder kept = new StringBuilder(list);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(CredentialsFile.NAME))
                    .toList()) {
                kept.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(kept.toString())
                .contains(other.path("accessKeyId").asString())
                .doesNotContain(other.path("accessKeySecret").asString())
                .doesNotContain(temporary.path("accessKeySecret").asString())
                .doesNotContain(temporary.path("securityToken").asString());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(KeyFile.NAME))));
    }
}
