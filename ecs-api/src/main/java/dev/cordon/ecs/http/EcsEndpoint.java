package dev.cordon.ecs.http;

import dev.cordon.controlplane.execute.Caller;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.Authenticator.Identity;
import dev.cordon.ecs.http.EcsResult.Failure;
import dev.cordon.ecs.http.EcsResult.Success;
import dev.cordon.model.policy.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The API as a whole: from an HTTP call to its reply.
public final class EcsEndpoint {

    /// What came of a call, for the log and the metrics.
    ///
    /// @param action as offered, or `unknown`
    /// @param code `OK` or that of the error
    public record Handled(String requestId, String action, String code, HttpReply reply) {}

    private static final String UNKNOWN = "unknown";

    private final Map<String, Action> actions;
    private final Authenticator authenticator;
    private final Supplier<String> requestIds;

    /// @param requestIds upper-case UUIDs, each a new one
    public EcsEndpoint(Collection<Action> actions, Authenticator authenticator, Supplier<String> requestIds) {
        this.actions = actions.stream()
                .collect(Collectors.toUnmodifiableMap(
                        action -> key(action.name(), action.version()), Function.identity()));
        this.authenticator = authenticator;
        this.requestIds = requestIds;
    }

    public Handled handle(HttpCall call) {
        String requestId = requestIds.get();
        Optional<SortedMap<String, String>> parameters = EcsRequest.parameters(call);
        ReplyWriter writer =
                new ReplyWriter(EcsRequest.formatOf(call, parameters.orElseGet(java.util.TreeMap::new)), requestId);
        if (parameters.isEmpty()) {
            return failed(requestId, UNKNOWN, GeneralErrors.malformedRequest(), writer, call);
        }
        return handle(requestId, call, parameters.get(), writer);
    }

    private Handled handle(String requestId, HttpCall call, SortedMap<String, String> parameters, ReplyWriter writer) {
        String name = EcsRequest.actionOf(call, parameters);
        Optional<Action> action = Optional.ofNullable(actions.get(key(name, EcsRequest.versionOf(call, parameters))));
        String label = action.map(Action::name).orElse(UNKNOWN);
        Optional<EcsError> wrong = refusal(call, parameters, name);
        if (wrong.isPresent()) {
            return failed(requestId, label, wrong.get(), writer, call);
        }
        return switch (authenticator.identify(call, parameters)) {
            case Identity.Refused(var error) -> failed(requestId, label, error, writer, call);
            case Identity.Known(var accessKeyId) -> {
                if (action.isEmpty()) {
                    yield failed(requestId, label, GeneralErrors.unknownAction(name), writer, call);
                }
                EcsRequest request = new EcsRequest(
                        requestId,
                        action.get().name(),
                        new Caller(AccountId.ROOT, accessKeyId, call.source()),
                        parameters);
                yield switch (action.get().run(request)) {
                    case Success(var body) -> new Handled(requestId, label, "OK", writer.success(label, body));
                    case Failure(var error) -> failed(requestId, label, error, writer, call);
                };
            }
        };
    }

    private static Optional<EcsError> refusal(HttpCall call, Map<String, String> parameters, String action) {
        String method = call.target().method();
        if (!method.equals("GET") && !method.equals("POST")) {
            return Optional.of(GeneralErrors.unsupportedMethod(method));
        }
        if (!EcsRequest.isFormat(parameters.getOrDefault("Format", ""))) {
            return Optional.of(GeneralErrors.unknownFormat());
        }
        return action.isEmpty() ? Optional.of(GeneralErrors.missing("Action")) : Optional.empty();
    }

    /// Replies to a call whose action has failed for reasons of ours.
    public Handled internalError(HttpCall call) {
        String requestId = requestIds.get();
        return failed(
                requestId, UNKNOWN, GeneralErrors.internal(), new ReplyWriter(EcsRequest.Format.JSON, requestId), call);
    }

    private static Handled failed(String requestId, String action, EcsError error, ReplyWriter writer, HttpCall call) {
        String host = call.header("host").orElse("");
        return new Handled(requestId, action, error.code(), writer.failure(error, host));
    }

    /// Clients differ in the case of the first letter.
    private static String key(String action, String version) {
        return action.toLowerCase(java.util.Locale.ROOT) + " " + version;
    }
}
