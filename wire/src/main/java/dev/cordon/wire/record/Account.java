package dev.cordon.wire.record;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.time.Instant;
import java.util.function.Supplier;

/// An account beside the first one, which is there without being stored.
///
/// @param name for people; no two accounts have the same
public record Account(AccountId id, String name, Instant createdAt) {

    private static final int VERSION = 1;

    private static final Shape<Account> SHAPE = Shape.object(Account::take);

    /// Returns the text that the store keeps.
    public String print() {
        return Json.print(Json.object()
                .put("v", VERSION)
                .put("id", id.value())
                .put("name", name)
                .put("createdAt", createdAt.toString()));
    }

    public static Parsed<Account> parse(String text) {
        return Json.parse(text).then(SHAPE::read);
    }

    private static Supplier<Account> take(Fields in) {
        in.take("v", Values.number(VERSION, VERSION));
        var id = in.take("id", Values.ACCOUNT);
        var name = in.take("name", Values.TEXT);
        var createdAt = in.take("createdAt", Values.INSTANT);
        return () -> new Account(id.get(), name.get(), createdAt.get());
    }
}
