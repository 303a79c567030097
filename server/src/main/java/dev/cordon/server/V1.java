package dev.cordon.server;

import dev.cordon.controlplane.execute.Caller;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.Authenticator.Identity;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.ecs.http.HttpReply;
import dev.cordon.ecs.http.Throttle;
import dev.cordon.server.CordonServer.Services;
import dev.cordon.server.v1.JsonReply;
import dev.cordon.server.v1.Route;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Calls of `/v1`: who calls, whether there is room for it, whether it may, and what is answered.
///
/// They are held to the same rates as those of the ECS dialect, since they are as much work. For
/// rates and policies a route is called `cordon:` with its name behind.
record V1(Services services) {

    private static final String PREFIX = "/v1/";

    HttpReply answer(HttpCall call) {
        Optional<SortedMap<String, String>> parameters = EcsRequest.parameters(call);
        return switch (services.gate().authenticator().identify(call, parameters.orElseGet(TreeMap::new))) {
            case Identity.Refused(EcsError error) -> JsonReply.failed(error);
            case Identity.Known known ->
                parameters
                        .map(given -> answer(call, given, known))
                        .orElseGet(() -> JsonReply.failed(GeneralErrors.malformedRequest()));
        };
    }

    private HttpReply answer(HttpCall call, SortedMap<String, String> parameters, Identity.Known known) {
        Optional<Route> route = services.routes().stream()
                .filter(each -> call.target().path().equals(PREFIX + each.name()))
                .findFirst();
        String label = route.map(V1::label).orElse("unknown");
        Throttle throttle = services.gate().throttle();
        return throttle.inPlace(
                known.account(),
                label,
                wait -> JsonReply.failed(GeneralErrors.throttled()).with(Throttle.RETRY_AFTER, Throttle.millis(wait)),
                () -> route.map(found -> answer(found, call, parameters, known))
                        .orElseGet(() -> JsonReply.failed(
                                GeneralErrors.unknownAction(call.target().path()))));
    }

    private static String label(Route route) {
        return "cordon:" + route.name();
    }

    private HttpReply answer(Route route, HttpCall call, SortedMap<String, String> parameters, Identity.Known known) {
        Caller caller = new Caller(known.account(), known.accessKeyId(), call.source());
        EcsRequest request = new EcsRequest(services.ecs().newRequestId(), route.name(), caller, parameters);
        EcsResult result = refusal(route, call, known)
                .<EcsResult>map(EcsResult.Failure::new)
                .orElseGet(() -> route.answer(request));
        return switch (result) {
            case EcsResult.Success(var body) -> JsonReply.ok(body);
            case EcsResult.Failure(var error) -> {
                note(route, request, error);
                yield JsonReply.failed(error);
            }
        };
    }

    private void note(Route route, EcsRequest request, EcsError error) {
        switch (route.effect()) {
            case LOOKS -> {}
            case CHANGES ->
                services.gate()
                        .refusals()
                        .refused(request.caller(), request.requestId(), request.action(), error.code());
        }
    }

    /// `/v1` is about what all accounts own together, so it is for the first account alone.
    private static Optional<EcsError> refusal(Route route, HttpCall call, Identity.Known known) {
        if (!known.account().isRoot() || !known.mayDo(label(route), List.of("*"))) {
            return Optional.of(GeneralErrors.forbidden(route.name()));
        }
        boolean isFit = switch (route.effect()) {
            case LOOKS -> true;
            case CHANGES -> call.target().method().equals("POST");
        };
        return isFit
                ? Optional.empty()
                : Optional.of(GeneralErrors.unsupportedMethod(call.target().method()));
    }
}
