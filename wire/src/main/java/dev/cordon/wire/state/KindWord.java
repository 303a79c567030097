package dev.cordon.wire.state;

import dev.cordon.model.state.Kind;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The word that a kind of object has in keys and in JSON.
final class KindWord {

    static final Shape<Kind> SHAPE =
            Values.canonical("a kind of object such as `group`", KindWord::parse, KindWord::of);

    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(KindWord::of, kind -> kind));

    private KindWord() {}

    static String of(Kind kind) {
        return switch (kind) {
            case VPC -> "vpc";
            case V_SWITCH -> "vSwitch";
            case PREFIX_LIST -> "prefixList";
            case PORT_LIST -> "portList";
            case GROUP -> "group";
            case RULE -> "rule";
            case INSTANCE -> "instance";
            case ENI -> "eni";
        };
    }

    static Optional<Kind> parse(String word) {
        return Optional.ofNullable(KINDS.get(word));
    }
}
