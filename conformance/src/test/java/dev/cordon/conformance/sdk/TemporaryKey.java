package dev.cordon.conformance.sdk;

import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.node.CredentialsFile;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A key that comes with a token.
///
/// @param key who calls, and where to
record TemporaryKey(CredentialsFile key, String token) {

    /// Makes one of an account of its own.
    ///
    /// @param name of the account, which no other has
    static TemporaryKey of(RunningNode node, String name) {
        CordonClient first = new CordonClient(node.key());
        JsonNode account = first.tell("account-create", new TreeMap<>(Map.of("Name", name)));
        JsonNode made = first.tell(
                "account-token",
                new TreeMap<>(Map.of("Account", account.path("account").asString())));
        CredentialsFile key = new CredentialsFile(
                made.path("accessKeyId").asString(),
                made.path("accessKeySecret").asString(),
                node.key().region(),
                node.key().endpoint());
        return new TemporaryKey(key, made.path("securityToken").asString());
    }
}
