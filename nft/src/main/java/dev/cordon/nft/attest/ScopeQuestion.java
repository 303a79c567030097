package dev.cordon.nft.attest;

import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.attest.Ground.End;
import dev.cordon.nft.attest.ServiceBox.Ends;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Packet;
import dev.cordon.nft.interpret.Packet.Tracking;
import java.util.List;
import java.util.Optional;

/// Whether a chain of the kernel says what the engine says of a scope, whichever link a packet
/// takes.
final class ScopeQuestion implements Question {

    private final Ground ground;
    private final String chain;
    private final Clauses clauses;
    private final Reach reach;
    private final ClauseCuts engine;

    ScopeQuestion(Ground ground, String chain, Clauses clauses) {
        this.ground = ground;
        this.chain = chain;
        this.clauses = clauses;
        this.engine = ClauseCuts.of(clauses);
        this.reach = Reach.of(ground.kernel(), chain);
    }

    /// Tells whether the answer does not depend on links.
    boolean holdsForAllLinks() {
        return !reach.asksLinks();
    }

    @Override
    public Direction direction() {
        return clauses.direction();
    }

    @Override
    public List<IpAddress> near(AddressFamily family) {
        return ground.examples(End.NEAR, family, direction(), List.of(reach), Optional.of(clauses));
    }

    @Override
    public List<IpAddress> far(AddressFamily family) {
        return ground.examples(End.FAR, family, direction(), List.of(reach), Optional.of(clauses));
    }

    @Override
    public List<Mark> marks() {
        return List.of(Mark.values());
    }

    @Override
    public boolean leavesOut(String chain) {
        return false;
    }

    @Override
    public Asked between(Ends ends) {
        ClauseCuts between = engine.between(ends);
        return (box, cuts) -> {
            Flow flow = box.flow(ends);
            Fate is = ground.kernelWalks().through(chain, new Packet("", "", Tracking.NEW, flow), cuts);
            Fate should = Fate.of(between.cut(box, cuts).decide(flow));
            return is.equals(should) ? Optional.empty() : Optional.of(new Finding(flow, is, should));
        };
    }
}
