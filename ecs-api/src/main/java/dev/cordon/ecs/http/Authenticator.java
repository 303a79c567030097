package dev.cordon.ecs.http;

import dev.cordon.ecs.account.Circumstances;
import dev.cordon.ecs.account.PolicyDocument;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.SignatureV3.Authorization;
import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.record.AccessKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Finds out who calls, by either version of the signature.
public final class Authenticator {

    /// How far the clocks of client and server may be apart.
    public static final Duration SKEW_MAX = Duration.ofMinutes(15);

    private final Function<String, Optional<Credential>> keys;
    private final Set<Check> checks;
    private final InstantSource clock;
    private final Nonces nonces = new Nonces();

    /// What keeps a call that was recorded from being sent again. Tests that replay recorded calls
    /// do without.
    public enum Check {
        TIME,
        NONCE
    }

    /// Who called, or why nobody is believed to have.
    public sealed interface Identity {

        /// @param circumstances those of the call
        record Known(String accessKeyId, AccountId account, PolicyDocument policy, Circumstances circumstances)
                implements Identity {

            /// Tells whether the caller may do something, as things are.
            public boolean mayDo(String action, Collection<String> resources) {
                return policy.allows(action, resources, circumstances);
            }
        }

        record Refused(EcsError error) implements Identity {}
    }

    /// What a signature says of itself.
    ///
    /// @param token empty if none came along
    private record Claim(HttpCall call, String accessKeyId, String time, String nonce, String token) {}

    /// An authenticator that makes every check.
    public Authenticator(Function<String, Optional<Credential>> keys, InstantSource clock) {
        this(keys, EnumSet.allOf(Check.class), clock);
    }

    /// @param keys what is known of an access key, if there is such a key
    public Authenticator(Function<String, Optional<Credential>> keys, Set<Check> checks, InstantSource clock) {
        this.keys = keys;
        this.checks = Set.copyOf(checks);
        this.clock = clock;
    }

    /// @param parameters of query and form together
    public Identity identify(HttpCall call, SortedMap<String, String> parameters) {
        Optional<String> header = call.header("authorization");
        return header.isPresent() ? identifyV3(call, header.get()) : identifyV1(call, parameters);
    }

    private Identity identifyV3(HttpCall call, String header) {
        Optional<Authorization> authorization = Authorization.parse(header);
        if (authorization.isEmpty() || !authorization.get().covers(call)) {
            return new Identity.Refused(GeneralErrors.incompleteSignature());
        }
        Claim claim = new Claim(
                call,
                authorization.get().accessKeyId(),
                call.header("x-acs-date").orElse(""),
                call.header("x-acs-signature-nonce").orElse(""),
                call.header("x-acs-security-token").orElse(""));
        return identify(
                claim,
                () -> SignatureV3.stringToSign(call, authorization.get().signedHeaders()),
                secret -> SignatureV3.matches(call, authorization.get(), secret));
    }

    private Identity identifyV1(HttpCall call, SortedMap<String, String> parameters) {
        for (String required : new String[] {"AccessKeyId", "Signature", "SignatureNonce", "Timestamp"}) {
            if (parameters.getOrDefault(required, "").isEmpty()) {
                return new Identity.Refused(GeneralErrors.missing(required));
            }
        }
        if (!parameters.getOrDefault("SignatureMethod", "HMAC-SHA1").equals("HMAC-SHA1")) {
            return new Identity.Refused(GeneralErrors.incompleteSignature());
        }
        Claim claim = new Claim(
                call,
                parameters.getOrDefault("AccessKeyId", ""),
                parameters.getOrDefault("Timestamp", ""),
                parameters.getOrDefault("SignatureNonce", ""),
                parameters.getOrDefault("SecurityToken", ""));
        String method = call.target().method();
        return identify(
                claim,
                () -> SignatureV1.stringToSign(method, parameters),
                secret -> SignatureV1.matches(method, parameters, secret));
    }

    private Identity identify(Claim claim, Supplier<String> stringToSign, Function<String, Boolean> matches) {
        Optional<Credential> credential = keys.apply(claim.accessKeyId());
        if (credential.isEmpty()) {
            return new Identity.Refused(GeneralErrors.unknownAccessKey());
        }
        if (!matches.apply(credential.get().secret())) {
            return new Identity.Refused(GeneralErrors.signatureDoesNotMatch(stringToSign.get()));
        }
        if (credential.get().status() == AccessKey.Status.INACTIVE) {
            return new Identity.Refused(GeneralErrors.inactiveAccessKey());
        }
        return checkToken(claim, credential.get())
                .or(() -> checks.contains(Check.TIME) ? checkTime(claim.time()) : Optional.empty())
                .or(() -> checks.contains(Check.NONCE) ? checkNonce(claim) : Optional.empty())
                .<Identity>map(Identity.Refused::new)
                .orElseGet(() -> new Identity.Known(
                        claim.accessKeyId(),
                        credential.get().account(),
                        credential.get().policy(),
                        claim.call().circumstances(clock.instant())));
    }

    private Optional<EcsError> checkToken(Claim claim, Credential credential) {
        if (credential.session().isEmpty()) {
            return claim.token().isEmpty() ? Optional.empty() : Optional.of(GeneralErrors.tokenOfAnotherKey());
        }
        Credential.Session session = credential.session().get();
        if (claim.token().isEmpty()) {
            return Optional.of(GeneralErrors.missingToken());
        }
        if (!session.isOf(claim.token())) {
            return Optional.of(GeneralErrors.tokenOfAnotherKey());
        }
        return clock.instant().isBefore(session.expiresAt())
                ? Optional.empty()
                : Optional.of(GeneralErrors.tokenExpired());
    }

    private Optional<EcsError> checkNonce(Claim claim) {
        return nonces.isNew(claim.accessKeyId(), claim.nonce(), clock.instant())
                ? Optional.empty()
                : Optional.of(GeneralErrors.nonceUsed());
    }

    private Optional<EcsError> checkTime(String text) {
        try {
            Duration apart =
                    Duration.between(Instant.parse(text), clock.instant()).abs();
            return apart.compareTo(SKEW_MAX) > 0 ? Optional.of(GeneralErrors.timeExpired()) : Optional.empty();
        } catch (DateTimeParseException malformed) {
            return Optional.of(GeneralErrors.timeMalformed());
        }
    }
}
