package dev.cordon.wire.record;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// A key that an account's calls are signed with.
///
/// @param sealedSecret encrypted, so that the store alone opens nothing
/// @param policy what the key may do, in RAM's JSON form
/// @param session of a temporary key
/// @param status written only where a key may not be used
public record AccessKey(
        String id,
        AccountId account,
        String sealedSecret,
        String policy,
        Instant createdAt,
        Optional<Session> session,
        Status status) {

    /// Whether calls may be signed with a key.
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    /// A key that may be used.
    public AccessKey(
            String id,
            AccountId account,
            String sealedSecret,
            String policy,
            Instant createdAt,
            Optional<Session> session) {
        this(id, account, sealedSecret, policy, createdAt, session, Status.ACTIVE);
    }

    public AccessKey with(Status changed) {
        return new AccessKey(id, account, sealedSecret, policy, createdAt, session, changed);
    }

    private static final int VERSION = 1;

    private static final Shape<Status> STATUS = Values.word(Status.class);

    private static final Shape<AccessKey> SHAPE = Shape.object(AccessKey::take);

    /// What makes a key temporary.
    ///
    /// @param tokenSha256 digest of the token that every call brings along
    public record Session(String tokenSha256, Instant expiresAt) {

        private static final Shape<Optional<Session>> SHAPE = Shape.object(in -> {
            var token = in.take("tokenSha256", Values.TEXT);
            var expiresAt = in.take("expiresAt", Values.INSTANT);
            return () -> Optional.of(new Session(token.get(), expiresAt.get()));
        });
    }

    /// Returns the text that the store keeps.
    public String print() {
        ObjectNode node = Json.object()
                .put("v", VERSION)
                .put("id", id)
                .put("account", account.value())
                .put("sealedSecret", sealedSecret)
                .put("policy", policy)
                .put("createdAt", createdAt.toString());
        session.ifPresent(it -> node.putObject("session")
                .put("tokenSha256", it.tokenSha256())
                .put("expiresAt", it.expiresAt().toString()));
        if (status != Status.ACTIVE) {
            node.put("status", Values.text(status));
        }
        return Json.print(node);
    }

    public static Parsed<AccessKey> parse(String text) {
        return Json.parse(text).then(SHAPE::read);
    }

    private static Supplier<AccessKey> take(Fields in) {
        in.take("v", Values.number(VERSION, VERSION));
        var id = in.take("id", Values.TEXT);
        var account = in.take("account", Values.ACCOUNT);
        var sealedSecret = in.take("sealedSecret", Values.TEXT);
        var policy = in.take("policy", Values.LONG_TEXT);
        var createdAt = in.take("createdAt", Values.INSTANT);
        var session = in.takeOr("session", Session.SHAPE, Optional.empty());
        var status = in.takeOr("status", STATUS, Status.ACTIVE);
        return () -> new AccessKey(
                id.get(),
                account.get(),
                sealedSecret.get(),
                policy.get(),
                createdAt.get(),
                session.get(),
                status.get());
    }
}
