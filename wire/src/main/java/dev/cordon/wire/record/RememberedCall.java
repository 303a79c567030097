package dev.cordon.wire.record;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.time.Instant;
import java.util.function.Supplier;

/// A call with a client token that has taken effect, so that it takes effect once.
///
/// @param at when it did
/// @param fingerprint of its action and parameters
/// @param answer the text that was answered
public record RememberedCall(Instant at, String fingerprint, String answer) {

    private static final int VERSION = 1;

    private static final Shape<RememberedCall> SHAPE = Shape.object(RememberedCall::take);

    /// Returns the text that the store keeps.
    public String print() {
        return Json.print(Json.object()
                .put("v", VERSION)
                .put("at", at.toString())
                .put("fingerprint", fingerprint)
                .put("answer", answer));
    }

    public static Parsed<RememberedCall> parse(String text) {
        return Json.parse(text).then(SHAPE::read);
    }

    private static Supplier<RememberedCall> take(Fields in) {
        in.take("v", Values.number(VERSION, VERSION));
        var at = in.take("at", Values.INSTANT);
        var fingerprint = in.take("fingerprint", Values.TEXT);
        var answer = in.take("answer", Values.LONG_TEXT);
        return () -> new RememberedCall(at.get(), fingerprint.get(), answer.get());
    }
}
