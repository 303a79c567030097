package dev.cordon.server.v1;

import dev.cordon.ecs.account.AccountDesk;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import java.util.List;
import java.util.function.Function;

/// What is done about accounts and keys.
public record AccountRoute(String name, Effect effect, Function<EcsRequest, EcsResult> desk) implements Route {

    public static List<AccountRoute> all(AccountDesk desk) {
        return List.of(
                new AccountRoute("account-create", Effect.CHANGES, desk::create),
                new AccountRoute("account-list", Effect.LOOKS, desk::list),
                new AccountRoute("account-delete", Effect.CHANGES, desk::delete),
                new AccountRoute("account-key-create", Effect.CHANGES, desk::createKey),
                new AccountRoute("account-key-update", Effect.CHANGES, desk::updateKey),
                new AccountRoute("account-key-delete", Effect.CHANGES, desk::deleteKey),
                new AccountRoute("account-token", Effect.CHANGES, desk::createToken));
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        return desk.apply(request);
    }
}
