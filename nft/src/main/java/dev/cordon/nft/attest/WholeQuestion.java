package dev.cordon.nft.attest;

import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.attest.Ground.End;
import dev.cordon.nft.attest.ServiceBox.Ends;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Packet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether the kernel says of one passage what it should, asked as a whole: to tell of a packet
/// that can be sent, once parts were found to differ.
final class WholeQuestion implements Question {

    private final Ground ground;
    private final Passage passage;
    private final HostView view;
    private final Optional<Clauses> clauses;
    private final Optional<ClauseCuts> engine;
    private final AddressSet own;
    private final List<Reach> reaches;

    WholeQuestion(Ground ground, Passage passage, HostView view) {
        this.ground = ground;
        this.passage = passage;
        this.view = view;
        this.clauses = view.enis().get(eni()).map(policy -> policy.clauses(direction()));
        this.engine = clauses.map(ClauseCuts::of);
        this.own = view.enis().get(eni()).map(policy -> policy.addresses()).orElse(AddressSet.EMPTY);
        this.reaches = List.of(
                Reach.of(ground.kernel(), passage, this::leavesOut),
                Reach.of(ground.lowered(), passage, this::leavesOut));
    }

    private EniId eni() {
        return passage.binding().eni();
    }

    @Override
    public Direction direction() {
        return passage.direction();
    }

    @Override
    public List<IpAddress> near(AddressFamily family) {
        return ground.examples(End.NEAR, family, direction(), reaches, clauses).stream()
                .sorted(Comparator.comparing((IpAddress address) -> own.contains(address) ? 0 : 1))
                .toList();
    }

    @Override
    public List<IpAddress> far(AddressFamily family) {
        return ground.examples(End.FAR, family, direction(), reaches, clauses);
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
        Optional<ClauseCuts> between = engine.map(some -> some.between(ends));
        return (box, cuts) -> {
            Flow flow = box.flow(ends);
            Packet packet = passage.packet(flow);
            between.ifPresent(some -> some.cut(box, cuts));
            Fate is = ground.kernelWalks().interpret(passage.hook(), packet, cuts);
            Fate lowered = ground.loweredWalks().interpret(passage.hook(), packet, cuts);
            Fate should =
                    lowered.verdicts().isEmpty() ? lowered : Fate.of(view.decide(eni(), passage.direction(), flow));
            return is.equals(should) ? Optional.empty() : Optional.of(new Finding(flow, is, should));
        };
    }
}
