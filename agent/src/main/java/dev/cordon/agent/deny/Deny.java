package dev.cordon.agent.deny;

import dev.cordon.agent.kernel.Glimpse;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.text.DropStage;
import dev.cordon.nft.text.LogPrefix.Subject;
import java.time.Instant;
import java.util.Optional;

/// Packets that the kernel has dropped and told of, all alike.
///
/// @param at when the first of them was read
/// @param what dropped it, and at which ENI
/// @param count how many were told of; the rules tell of some alone, when there are many
public record Deny(Instant at, Drop what, Glimpse packet, long count) {

    /// @param eni empty where the link carries none
    public record Drop(Optional<EniId> eni, Direction direction, DropStage stage, Subject subject) {}

    public Deny {
        if (count < 1) {
            throw new IllegalArgumentException("not a number of packets `" + count + "`");
        }
    }

    /// Tells whether an ENI dropped it.
    public boolean isOf(EniId eni) {
        return what.eni().filter(eni::equals).isPresent();
    }
}
