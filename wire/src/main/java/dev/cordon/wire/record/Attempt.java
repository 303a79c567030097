package dev.cordon.wire.record;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// A call that was to change something and changed nothing.
///
/// @param after number of the newest revision then
/// @param who account, key and source, as [WhoForm] has them
/// @param code `OK` if what it asked for was so already, or that of the error
public record Attempt(Instant at, long after, String who, String requestId, String action, String code) {

    private static final int VERSION = 1;

    private static final Shape<Attempt> SHAPE = Shape.object(Attempt::take);

    /// Returns the line that is kept.
    public String print() {
        return Json.print(Json.object()
                .put("v", VERSION)
                .put("at", at.toString())
                .put("after", after)
                .put("who", who)
                .put("requestId", requestId)
                .put("action", action)
                .put("code", code));
    }

    /// Appends what people are shown.
    public void appendTo(ObjectNode node) {
        node.put("after", after)
                .put("at", at.toString())
                .put("action", action)
                .put("requestId", requestId)
                .put("code", code);
        WhoForm.append(node, who);
    }

    public static Parsed<Attempt> parse(String text) {
        return Json.parse(text).then(SHAPE::read);
    }

    private static Supplier<Attempt> take(Fields in) {
        in.take("v", Values.number(VERSION, VERSION));
        var at = in.take("at", Values.INSTANT);
        var after = in.take("after", Values.number(0L, Long.MAX_VALUE));
        var who = in.take("who", Values.TEXT);
        var requestId = in.take("requestId", Values.TEXT);
        var action = in.take("action", Values.TEXT);
        var code = in.take("code", Values.TEXT);
        return () -> new Attempt(at.get(), after.get(), who.get(), requestId.get(), action.get(), code.get());
    }
}
