package dev.cordon.ecs.http;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.SignatureV3.Authorization;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Finds out who calls, by either version of the signature.
public final class Authenticator {

    /// How far the clocks of client and server may be apart.
    public static final Duration SKEW_MAX = Duration.ofMinutes(15);

    private final Function<String, Optional<String>> secrets;
    private final InstantSource clock;
    private final Nonces nonces = new Nonces();

    /// Who called, or why nobody is believed to have.
    public sealed interface Identity {

        record Known(String accessKeyId) implements Identity {}

        record Refused(EcsError error) implements Identity {}
    }

    /// What a signature says of itself.
    private record Claim(String accessKeyId, String time, String nonce) {}

    /// @param secrets the secret of an access key, if there is such a key
    public Authenticator(Function<String, Optional<String>> secrets, InstantSource clock) {
        this.secrets = secrets;
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
                authorization.get().accessKeyId(),
                call.header("x-acs-date").orElse(""),
                call.header("x-acs-signature-nonce").orElse(""));
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
                parameters.getOrDefault("AccessKeyId", ""),
                parameters.getOrDefault("Timestamp", ""),
                parameters.getOrDefault("SignatureNonce", ""));
        String method = call.target().method();
        return identify(
                claim,
                () -> SignatureV1.stringToSign(method, parameters),
                secret -> SignatureV1.matches(method, parameters, secret));
    }

    private Identity identify(Claim claim, Supplier<String> stringToSign, Function<String, Boolean> matches) {
        Optional<String> secret = secrets.apply(claim.accessKeyId());
        if (secret.isEmpty()) {
            return new Identity.Refused(GeneralErrors.unknownAccessKey());
        }
        if (!matches.apply(secret.get())) {
            return new Identity.Refused(GeneralErrors.signatureDoesNotMatch(stringToSign.get()));
        }
        Optional<EcsError> late = checkTime(claim.time());
        if (late.isPresent()) {
            return new Identity.Refused(late.get());
        }
        boolean unused = nonces.isNew(claim.accessKeyId(), claim.nonce(), clock.instant());
        return unused ? new Identity.Known(claim.accessKeyId()) : new Identity.Refused(GeneralErrors.nonceUsed());
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
