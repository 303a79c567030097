package dev.cordon.nft.attest;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.attest.Ground.End;
import dev.cordon.nft.attest.ServiceBox.Ends;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.interpret.Packet;
import dev.cordon.nft.lower.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether the kernel leads a passage to rules of policy where it should, and says the same before
/// it does. What those rules say is asked once for all that are led there.
final class PassageQuestion implements Question {

    private static final Fate BACK = new Fate(Outcome.PASSES, List.of());

    private final Ground ground;
    private final Passage passage;
    private final List<Reach> reaches;
    private final Set<String> ledTo = new TreeSet<>();

    PassageQuestion(Ground ground, Passage passage) {
        this.ground = ground;
        this.passage = passage;
        this.reaches = List.of(
                Reach.of(ground.kernel(), passage, this::leavesOut),
                Reach.of(ground.lowered(), passage, this::leavesOut));
    }

    /// Returns the chains of the kernel that policy was left to.
    Set<String> ledTo() {
        return ledTo;
    }

    @Override
    public Direction direction() {
        return passage.direction();
    }

    @Override
    public List<IpAddress> near(AddressFamily family) {
        return ground.examples(End.NEAR, family, direction(), reaches, Optional.empty());
    }

    @Override
    public List<IpAddress> far(AddressFamily family) {
        return ground.examples(End.FAR, family, direction(), reaches, Optional.empty());
    }

    @Override
    public List<Mark> marks() {
        return reaches.stream().anyMatch(Reach::asksMarks) ? List.of(Mark.values()) : List.of(Mark.NONE);
    }

    @Override
    public boolean leavesOut(String chain) {
        return Scope.isRules(chain);
    }

    @Override
    public Asked between(Ends ends) {
        return (box, cuts) -> ask(box, cuts, ends);
    }

    private Optional<Finding> ask(ServiceBox box, Cuts cuts, Ends ends) {
        Packet packet = passage.packet(box.flow(ends));
        Fate is = ground.kernelWalks().interpret(passage.hook(), packet, cuts);
        List<String> led = List.copyOf(cuts.passedBy());
        Fate should = ground.loweredWalks().interpret(passage.hook(), packet, cuts);
        boolean policyIsAsked = cuts.passedBy().size() > led.size();
        boolean alike = policyIsAsked
                ? is.equals(BACK) && should.equals(BACK) && led.size() == 1 && !cuts.looksBehind()
                : is.equals(should) && led.isEmpty();
        ledTo.addAll(led);
        return alike ? Optional.empty() : Optional.of(new Finding(packet.flow(), is, should));
    }
}
