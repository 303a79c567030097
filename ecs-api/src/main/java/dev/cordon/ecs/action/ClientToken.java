package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.execute.Once;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.Hashing;
import dev.cordon.ecs.http.Parameters;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A client's own name for a call, by which a call that is sent again takes effect once.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/developer-reference/how-to-ensure-idempotence
/// ClientToken
final class ClientToken {

    private static final String NAME = "ClientToken";
    private static final String FORM = "[!-~]{1,64}";

    /// What is new each time that a call is signed, or says nothing of what is asked.
    private static final Set<String> NOT_ASKED = Set.of(
            NAME,
            "AccessKeyId",
            "Action",
            "Format",
            "SecureTransport",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureType",
            "SignatureVersion",
            "SourceIp",
            "Timestamp",
            "Version");

    private ClientToken() {}

    /// Returns what makes a request take effect once, if it has a token.
    static Optional<Once> of(EcsRequest request, Parameters parameters, Function<Answer, String> answer) {
        return parameters
                .parsed(NAME, text -> Optional.of(text).filter(t -> t.matches(FORM)), GeneralErrors.malformedToken())
                .map(token -> new Once(Hashing.sha256(request.action() + " " + token), fingerprint(request), answer));
    }

    /// Lengths stand before the texts, so that no two sets of parameters run together the same.
    private static String fingerprint(EcsRequest request) {
        return Hashing.sha256(request.parameters().entrySet().stream()
                .filter(parameter -> !NOT_ASKED.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey().length() + ":" + parameter.getKey() + "="
                        + parameter.getValue().length() + ":" + parameter.getValue())
                .collect(Collectors.joining("&")));
    }
}
