package dev.cordon.engine.session;

import dev.cordon.model.net.Tuple;
import dev.cordon.model.policy.Direction;
import java.util.Optional;

/// What is looked up: a tuple and the way that it goes.
record SessionKey(Direction direction, Tuple tuple) {

    /// Returns the key of the packets that answer; nothing if there are none.
    Optional<SessionKey> reversed() {
        return tuple.reversed().map(answer -> new SessionKey(direction.opposite(), answer));
    }
}
