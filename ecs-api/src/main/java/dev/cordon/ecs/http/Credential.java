package dev.cordon.ecs.http;

import dev.cordon.ecs.account.PolicyDocument;
import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.record.AccessKey;
import java.time.Instant;
import java.util.Optional;

/// What a server knows of an access key.
///
/// @param secret that calls are signed with
/// @param session of a temporary key
/// @param account whose objects the key is for
/// @param policy what it may do there
/// @param status whether it may be used at all
public record Credential(
        String secret, Optional<Session> session, AccountId account, PolicyDocument policy, AccessKey.Status status) {

    /// What is known of a key that may be used.
    public Credential(String secret, Optional<Session> session, AccountId account, PolicyDocument policy) {
        this(secret, session, account, policy, AccessKey.Status.ACTIVE);
    }

    /// What makes a key temporary: a token that every call brings along, and an end.
    ///
    /// @param tokenSha256 in lower-case hexadecimal, so that the token itself is kept nowhere
    public record Session(String tokenSha256, Instant expiresAt) {

        boolean isOf(String token) {
            return Hashing.same(tokenSha256, Hashing.sha256(token));
        }
    }

    /// Returns what is known of a key of the first account that has no end and may do everything.
    public static Credential lasting(String secret) {
        return new Credential(secret, Optional.empty(), AccountId.ROOT, PolicyDocument.ALL);
    }

    /// A secret is shown nowhere.
    @Override
    public String toString() {
        return "credential of " + account;
    }
}
