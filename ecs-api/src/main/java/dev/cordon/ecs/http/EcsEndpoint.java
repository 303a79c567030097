package dev.cordon.ecs.http;

import dev.cordon.controlplane.execute.Caller;
import dev.cordon.ecs.account.Resources;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.Authenticator.Identity;
import dev.cordon.ecs.http.EcsResult.Failure;
import dev.cordon.ecs.http.EcsResult.Success;
import dev.cordon.model.policy.AccountId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
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

    /// What a call has to pass before its action is looked at.
    ///
    /// @param refusals told of what did not pass
    public record Gate(Authenticator authenticator, Throttle throttle, Refusals refusals) {

        /// A gate that nobody watches.
        public Gate(Authenticator authenticator, Throttle throttle) {
            this(authenticator, throttle, Refusals.UNHEARD);
        }

        /// A gate that lets in as many calls as there are.
        public Gate(Authenticator authenticator) {
            this(authenticator, new Throttle(Throttle.Rates.ANY, System::nanoTime));
        }
    }

    private static final String UNKNOWN = "unknown";

    private final String region;
    private final Function<AccountId, Collection<Action>> actions;
    private final Map<AccountId, Map<String, Action>> byAccount = new ConcurrentHashMap<>();
    private final Authenticator authenticator;
    private final Throttle throttle;
    private final Refusals refusals;
    private final Supplier<String> requestIds;

    /// @param region that policies name
    /// @param actions those of an account, about its own objects alone
    /// @param requestIds upper-case UUIDs, each a new one
    public EcsEndpoint(
            String region, Function<AccountId, Collection<Action>> actions, Gate gate, Supplier<String> requestIds) {
        this.region = region;
        this.actions = actions;
        this.authenticator = gate.authenticator();
        this.throttle = gate.throttle();
        this.refusals = gate.refusals();
        this.requestIds = requestIds;
    }

    private Optional<Action> action(AccountId account, String name, String version) {
        return Optional.ofNullable(
                byAccount.computeIfAbsent(account, this::table).get(key(name, version)));
    }

    private Map<String, Action> table(AccountId account) {
        return actions.apply(account).stream()
                .collect(Collectors.toUnmodifiableMap(
                        action -> key(action.name(), action.version()), Function.identity()));
    }

    /// Returns an id for a request that is answered elsewhere.
    public String newRequestId() {
        return requestIds.get();
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
        String version = EcsRequest.versionOf(call, parameters);
        String label = action(AccountId.ROOT, name, version).map(Action::name).orElse(UNKNOWN);
        Optional<EcsError> wrong = refusal(call, parameters, name);
        if (wrong.isPresent()) {
            return failed(requestId, label, wrong.get(), writer, call);
        }
        return switch (authenticator.identify(call, parameters)) {
            case Identity.Refused(var error) -> failed(requestId, label, error, writer, call);
            case Identity.Known known ->
                throttle.inPlace(
                        known.account(),
                        label,
                        wait -> throttled(requestId, label, wait, writer, call),
                        () -> run(requestId, call, parameters, writer, known));
        };
    }

    private Handled throttled(String requestId, String label, Duration wait, ReplyWriter writer, HttpCall call) {
        Handled failed = failed(requestId, label, GeneralErrors.throttled(), writer, call);
        HttpReply reply = failed.reply().with(Throttle.RETRY_AFTER, Throttle.millis(wait));
        return new Handled(requestId, label, failed.code(), reply);
    }

    private Handled run(
            String requestId,
            HttpCall call,
            SortedMap<String, String> parameters,
            ReplyWriter writer,
            Identity.Known known) {
        String name = EcsRequest.actionOf(call, parameters);
        Optional<Action> action = action(known.account(), name, EcsRequest.versionOf(call, parameters));
        String label = action.map(Action::name).orElse(UNKNOWN);
        EcsResult result = action.map(offered -> run(offered, requestId, call, parameters, known))
                .orElseGet(() -> new Failure(GeneralErrors.unknownAction(name)));
        return switch (result) {
            case Success(var body) -> new Handled(requestId, label, "OK", writer.success(label, body));
            case Failure(var error) -> failed(requestId, label, error, writer, call);
        };
    }

    private EcsResult run(
            Action action, String requestId, HttpCall call, SortedMap<String, String> parameters, Identity.Known by) {
        Caller caller = new Caller(by.account(), by.accessKeyId(), call.source());
        EcsResult result = isAllowed(action, parameters, by)
                ? action.run(new EcsRequest(requestId, action.name(), caller, parameters))
                : new Failure(GeneralErrors.forbidden(action.name()));
        if (result instanceof Failure(var error) && isToChange(action, parameters)) {
            refusals.refused(caller, requestId, action.name(), error.code());
        }
        return result;
    }

    private static boolean isToChange(Action action, SortedMap<String, String> parameters) {
        return switch (action.effect()) {
            case LOOKS -> false;
            case CHANGES -> !parameters.getOrDefault("DryRun", "").equalsIgnoreCase("true");
        };
    }

    /// What a call is about is a tenth of the work of a read, so it is not asked of most keys.
    private boolean isAllowed(Action action, SortedMap<String, String> parameters, Identity.Known by) {
        return by.policy().allowsEverything()
                || by.mayDo(
                        product(action) + ":" + action.name(),
                        Resources.of(action.name(), parameters, region, by.account()));
    }

    /// The word that policies have for a product.
    private static String product(Action action) {
        return switch (action.version()) {
            case "2016-04-28" -> "vpc";
            case "2015-04-01" -> "sts";
            default -> "ecs";
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
