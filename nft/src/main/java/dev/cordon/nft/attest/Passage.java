package dev.cordon.nft.attest;

import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.interpret.Packet;
import dev.cordon.nft.interpret.Packet.Tracking;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.ruleset.Hook;
import java.util.List;

/// A way on which an ENI's policy is asked: by its link, forwarded, or taken or made by the machine
/// itself. The other link, if there is one, is none of ours.
///
/// @param direction seen from the ENI
public record Passage(Binding binding, Direction direction, Hook hook) {

    private static final String ELSEWHERE = "";

    static List<Passage> of(Binding binding) {
        return List.of(
                new Passage(binding, Direction.INGRESS, Hook.FORWARD),
                new Passage(binding, Direction.EGRESS, Hook.FORWARD),
                new Passage(binding, Direction.INGRESS, local(binding.kind(), Direction.INGRESS)),
                new Passage(binding, Direction.EGRESS, local(binding.kind(), Direction.EGRESS)));
    }

    private static Hook local(LinkKind kind, Direction direction) {
        return comesIn(kind, direction) ? Hook.INPUT : Hook.OUTPUT;
    }

    private static boolean comesIn(LinkKind kind, Direction direction) {
        return (kind == LinkKind.GUEST) == (direction == Direction.EGRESS);
    }

    String in() {
        return comesIn(binding.kind(), direction) ? binding.link() : ELSEWHERE;
    }

    String out() {
        return comesIn(binding.kind(), direction) ? ELSEWHERE : binding.link();
    }

    /// Returns the first packet of a flow that goes this way.
    public Packet packet(Flow flow) {
        return new Packet(in(), out(), Tracking.NEW, flow);
    }
}
