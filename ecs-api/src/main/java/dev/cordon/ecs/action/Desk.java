package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Decision;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Caller;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.execute.Once;
import dev.cordon.controlplane.execute.Origin;
import dev.cordon.controlplane.execute.Result;
import dev.cordon.controlplane.execute.Result.Contended;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Mismatched;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.controlplane.execute.Result.Repeated;
import dev.cordon.controlplane.execute.Result.Unchanged;
import dev.cordon.controlplane.execute.UnavailableException;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.RejectionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.EcsResult.Failure;
import dev.cordon.ecs.http.EcsResult.Success;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/// What actions share.
///
/// @param random of new ids; one that cannot be guessed, since an id must never be used twice
/// @param region that every answer names
/// @param account whose objects it is about
public record Desk(
        ControlPlane controlPlane, RandomGenerator random, InstantSource clock, String region, AccountId account) {

    /// The desk of the first account.
    public Desk(ControlPlane controlPlane, RandomGenerator random, InstantSource clock, String region) {
        this(controlPlane, random, clock, region, AccountId.ROOT);
    }

    public Desk of(AccountId other) {
        return new Desk(controlPlane, random, clock, region, other);
    }

    /// So that a text of the audit log stays within its bytes, whatever its characters.
    private static final int AUDIT_LENGTH_MAX = 64;

    private static final String GOOD = "OK";

    Quotas quotas() {
        return controlPlane.quotas();
    }

    PolicyState state() {
        return controlPlane.newest().of(account);
    }

    Neighbours neighbours() {
        return new Neighbours(controlPlane.newest().state(), controlPlane.accounts());
    }

    /// Returns an object with what is needed to show it.
    <T> Seen<T> seen(T it, PolicyState state) {
        return new Seen<>(it, state, neighbours(), region);
    }

    Ids ids() {
        return new Ids(random);
    }

    /// Returns the time as objects keep it, in whole seconds as answers show it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// Answers a description. A dry run ends where the reading was good.
    static EcsResult describe(Parameters parameters, Supplier<EcsResult> answer) {
        return parameters.then(() -> isDryRun(parameters) ? new Failure(GeneralErrors.dryRun()) : answer.get());
    }

    private static boolean isDryRun(Parameters parameters) {
        return parameters.isTrue("DryRun");
    }

    /// Carries out what a request means, and answers. A dry run ends where the decision is made.
    EcsResult execute(EcsRequest request, Command command) {
        Parameters parameters = Parameters.of(request);
        if (isDryRun(parameters)) {
            return rehearse(command);
        }
        Optional<Once> once = ClientToken.of(request, parameters, answer -> Json.print(Answers.body(answer, this)));
        return parameters.then(() -> perform(request, command, once));
    }

    private EcsResult rehearse(Command command) {
        return switch (controlPlane.decide(command, account)) {
            case Decision.Accepted accepted -> new Failure(GeneralErrors.dryRun());
            case Decision.Rejected(var rejection) -> new Failure(RejectionErrors.of(rejection, command));
        };
    }

    private EcsResult perform(EcsRequest request, Command command, Optional<Once> once) {
        Origin origin = origin(request);
        try {
            Result result = once.map(token -> controlPlane.execute(command, origin, token))
                    .orElseGet(() -> controlPlane.execute(command, origin));
            return switch (result) {
                case Executed(var revision, var answer) -> new Success(Answers.body(answer, this));
                case Unchanged(var revision, var answer) -> unchanged(origin, Answers.body(answer, this));
                case Repeated(String answer) ->
                    unchanged(origin, (ObjectNode) Json.parse(answer).orElseThrow());
                case Mismatched() -> new Failure(GeneralErrors.tokenOfOtherParameters());
                case Refused(var rejection) -> new Failure(RejectionErrors.of(rejection, command));
                case Contended(int attemptCount) -> new Failure(GeneralErrors.conflict());
            };
        } catch (UnavailableException failure) {
            return new Failure(GeneralErrors.unavailable());
        }
    }

    private EcsResult unchanged(Origin origin, ObjectNode answer) {
        controlPlane.attempted(origin, GOOD);
        return new Success(answer);
    }

    private Origin origin(EcsRequest request) {
        return new Origin(
                clock.instant(),
                new Caller(
                        request.caller().account(),
                        shortened(request.caller().accessKeyId()),
                        shortened(request.caller().source())),
                shortened(request.requestId()),
                shortened(request.action()));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), AUDIT_LENGTH_MAX));
    }
}
