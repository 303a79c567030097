package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.cli.node.Node;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void refusalIsTold() {
        run("account", "delete", "1234567890123456")
                .saysWhy(ExitCode.COULD_NOT_ASK, "EntityNotExist.Account: There is no such account; list them.");
    }
}
