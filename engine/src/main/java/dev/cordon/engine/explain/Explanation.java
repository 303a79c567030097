package dev.cordon.engine.explain;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.explain.Party.Member;
import dev.cordon.engine.explain.Party.Outside;
import dev.cordon.engine.explain.Side.Judged;
import dev.cordon.engine.explain.Side.NotJudged;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Disposition;
import java.util.List;
import java.util.stream.Stream;

/// What both ends say of a new connection, and so how it ends.
public record Explanation(Side egress, Side ingress) {

    /// Decides a flow that goes from one party to another.
    public static Explanation of(Profile profile, PolicyState state, Party from, Party to, Flow flow) {
        List<EniId> enis = Stream.of(from, to).flatMap(Explanation::eni).toList();
        HostView view = Compiler.view(profile, state, Revision.NONE, enis);
        return new Explanation(side(view, from, Direction.EGRESS, flow), side(view, to, Direction.INGRESS, flow));
    }

    /// The first drop wins.
    public Disposition disposition() {
        if (egress.drops()) {
            return Disposition.DENIED_OUT;
        }
        return ingress.drops() ? Disposition.DENIED_IN : Disposition.DELIVERED;
    }

    private static Stream<EniId> eni(Party party) {
        return switch (party) {
            case Member member -> Stream.of(member.eni().id());
            case Outside outside -> Stream.empty();
        };
    }

    private static Side side(HostView view, Party party, Direction direction, Flow flow) {
        return switch (party) {
            case Member member -> new Judged(view.decide(member.eni().id(), direction, flow));
            case Outside(var address) -> new NotJudged(address);
        };
    }
}
