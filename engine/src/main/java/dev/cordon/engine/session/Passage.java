package dev.cordon.engine.session;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.verdict.Verdict;

/// What a session table says of a packet.
public sealed interface Passage {

    record Decided(Verdict verdict) implements Passage {}

    /// The policy accepts the packet, but there is no room for its session: it is dropped, since
    /// its replies could not pass.
    record TableFull(EniId eni, int countMax) implements Passage {}
}
