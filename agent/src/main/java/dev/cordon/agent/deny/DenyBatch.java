package dev.cordon.agent.deny;

import dev.cordon.agent.kernel.Glimpse;
import dev.cordon.agent.kernel.LoggedPacket;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.text.LogPrefix;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// What was read at one time: packets that are alike become one deny. What others log to our group
/// is passed over.
final class DenyBatch {

    private final IntFunction<Optional<BoundLink>> links;
    private final Map<Alike, Long> counts = new LinkedHashMap<>();

    private record Alike(Deny.Drop what, Glimpse packet) {}

    /// What a link carries, and on which side of it the instance is.
    record BoundLink(EniId eni, LinkKind kind) {}

    /// @param links what a link carries, by its index
    DenyBatch(IntFunction<Optional<BoundLink>> links) {
        this.links = links;
    }

    void add(LoggedPacket packet) {
        LogPrefix.parse(packet.prefix()).ifPresent(prefix -> {
            Deny.Drop what = new Deny.Drop(
                    prefix.eni().or(() -> eni(prefix.direction(), packet)),
                    prefix.direction(),
                    prefix.stage(),
                    prefix.subject());
            counts.merge(new Alike(what, packet.packet()), 1L, Long::sum);
        });
    }

    /// A rule that several ENIs share does not name one, but a packet goes by one link of the ENI.
    private Optional<EniId> eni(Direction direction, LoggedPacket packet) {
        return carried(packet.inLink(), direction == Direction.EGRESS ? LinkKind.GUEST : LinkKind.HOST)
                .or(() -> carried(packet.outLink(), direction == Direction.EGRESS ? LinkKind.HOST : LinkKind.GUEST));
    }

    private Optional<EniId> carried(int link, LinkKind kind) {
        return links.apply(link).filter(bound -> bound.kind() == kind).map(BoundLink::eni);
    }

    List<Deny> at(Instant now) {
        return counts.entrySet().stream()
                .map(entry ->
                        new Deny(now, entry.getKey().what(), entry.getKey().packet(), entry.getValue()))
                .toList();
    }
}
