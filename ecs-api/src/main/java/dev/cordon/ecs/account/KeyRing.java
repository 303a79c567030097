package dev.cordon.ecs.account;

import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.ecs.http.Credential;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.record.AccessKey;
import java.util.List;
import java.util.Optional;

/// What is known of each access key: the first one, and those that the store has.
///
/// @param first id of the key that stands in the credentials file
/// @param firstSecret its secret
public record KeyRing(String first, String firstSecret, ControlPlane controlPlane, Vault vault) {

    /// A policy that cannot be read, which another version may have written, allows nothing.
    private static final PolicyDocument NOTHING = new PolicyDocument(List.of());

    public Optional<Credential> find(String accessKeyId) {
        return accessKeyId.equals(first)
                ? Optional.of(Credential.lasting(firstSecret))
                : controlPlane.accounts().key(accessKeyId).flatMap(this::credential);
    }

    private Optional<Credential> credential(AccessKey key) {
        return vault.open(key.id(), key.sealedSecret())
                .map(secret -> new Credential(
                        secret,
                        key.session().map(it -> new Credential.Session(it.tokenSha256(), it.expiresAt())),
                        key.account(),
                        policy(key),
                        key.status()));
    }

    private static PolicyDocument policy(AccessKey key) {
        if (key.policy().equals(PolicyDocument.ALL_TEXT)) {
            return PolicyDocument.ALL;
        }
        return switch (PolicyDocument.parse(key.policy())) {
            case Parsed.Ok<PolicyDocument>(PolicyDocument policy) -> policy;
            case Parsed.Bad<PolicyDocument> unknown -> NOTHING;
        };
    }

    @Override
    public String toString() {
        return "key ring of " + first;
    }
}
