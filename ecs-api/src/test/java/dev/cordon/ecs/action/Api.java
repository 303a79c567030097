package dev.cordon.ecs.action;

import dev.cordon.controlplane.account.AccountCommand;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Caller;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.execute.Origin;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.memory.MemoryStore;
import dev.cordon.wire.record.Account;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The API without its listener and its signatures: calls by name and parameters.
final class Api {

    static final Instant NOW = Instant.parse("2026-06-07T08:09:10Z");

    private final ControlPlane controlPlane;
    private final AccountId account;
    private final Map<String, Operation> operations = new TreeMap<>();

    Api() {
        this(Quotas.DEFAULT);
    }

    Api(Quotas quotas) {
        this(ControlPlane.open(new MemoryStore(HistoryLimit.DEFAULT), quotas), AccountId.ROOT, 7);
    }

    private Api(ControlPlane controlPlane, AccountId account, long seed) {
        this.controlPlane = controlPlane;
        this.account = account;
        Desk desk = new Desk(controlPlane, new Random(seed), InstantSource.fixed(NOW), "cn-hangzhou", account);
        Actions.operations(desk).forEach(operation -> operations.put(operation.name(), operation));
    }

    /// Returns the same API as another account calls it.
    Api as(Account other) {
        AccountCommand create = new AccountCommand.Create(other);
        controlPlane.execute(create, new Origin(NOW, Caller.local("key"), "request", "account-create"));
        return new Api(controlPlane, other.id(), Long.parseLong(other.id().value()));
    }

    PolicyState state() {
        return controlPlane.newest().state();
    }

    /// Returns what an action answers; of two products the one named last.
    ///
    /// @param words each a parameter, such as `VpcId=vpc-1`
    EcsResult result(String action, String... words) {
        TreeMap<String, String> parameters = new TreeMap<>();
        Arrays.stream(words)
                .forEach(word ->
                        parameters.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        return operations
                .get(action)
                .run(new EcsRequest("request", action, new Caller(account, "key", "local"), parameters));
    }

    JsonNode call(String action, String... words) {
        return switch (result(action, words)) {
            case EcsResult.Success(var body) -> body;
            case EcsResult.Failure(var error) -> throw new AssertionError(action + ": " + error);
        };
    }

    /// Returns the id that an action answers.
    String make(String action, String field, String... words) {
        return call(action, words).path(field).asString();
    }

    /// Returns status and code of an error.
    String error(String action, String... words) {
        return switch (result(action, words)) {
            case EcsResult.Success(var body) -> "good";
            case EcsResult.Failure(var error) -> error.status() + " " + error.code();
        };
    }

    String message(String action, String... words) {
        return switch (result(action, words)) {
            case EcsResult.Success(var body) -> "good";
            case EcsResult.Failure(var error) -> error.message();
        };
    }

    /// Returns a field of each entry of a list.
    static List<String> each(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(field).asString())
                .toList();
    }
}
