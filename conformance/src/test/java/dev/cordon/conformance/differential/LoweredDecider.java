package dev.cordon.conformance.differential;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.interpret.Interpreter;
import dev.cordon.nft.interpret.Packet;
import dev.cordon.nft.interpret.Packet.Tracking;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.ruleset.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides by what would be in a kernel: each ENI behind a link, packets that conntrack calls new.
///
/// ENIs that nobody knows have a link too.
final class LoweredDecider implements HistoryReader.Decider {

    private static final String ELSEWHERE = "uplink0";

    private final Profile profile;
    private final PolicyState state;
    private final LinkKind kind;
    private final List<Binding> bindings;
    private final Interpreter interpreter;

    LoweredDecider(Profile profile, PolicyState state, LinkKind kind) {
        this.profile = profile;
        this.state = state;
        this.kind = kind;
        this.bindings = Bindings.ofEach(state, kind);
        this.interpreter = interpreter(bindings);
    }

    private Interpreter interpreter(List<Binding> links) {
        List<EniId> enis = state.enis().map(Eni::id).toList();
        return new Interpreter(Lower.lower(Compiler.view(profile, state, Revision.NONE, enis), links));
    }

    @Override
    public Verdict decide(EniId eni, Direction direction, Flow flow) {
        return bindings.stream()
                .filter(binding -> binding.eni().equals(eni))
                .findFirst()
                .map(binding -> verdict(interpreter, binding, direction, flow))
                .orElseGet(() -> atUnknown(eni, direction, flow));
    }

    private Verdict atUnknown(EniId eni, Direction direction, Flow flow) {
        List<Binding> more = new ArrayList<>(bindings);
        Binding unknown = new Binding("unknown0", eni, kind);
        more.add(unknown);
        return verdict(interpreter(more), unknown, direction, flow);
    }

    /// A forged packet is dropped, and a necessary one passes, before policy is asked: there is
    /// nothing to compare then but that this happens.
    private Verdict verdict(Interpreter interpreter, Binding binding, Direction direction, Flow flow) {
        Optional<Eni> eni = state.eni(binding.eni());
        if (eni.isEmpty()) {
            return judged(interpreter, binding, direction, flow);
        }
        Optional<Fate> before = BeforePolicy.fate(eni.get(), binding.kind(), direction, flow);
        if (before.isPresent()) {
            Fate fate = interpreter.interpret(hook(binding, direction), packet(binding, direction, flow));
            if (!fate.equals(before.get())) {
                throw new IllegalStateException("should be `" + before.get() + "`, but found `" + fate + "`");
            }
            return Compiler.view(profile, state, Revision.NONE, List.of(binding.eni()))
                    .decide(binding.eni(), direction, flow);
        }
        return judged(interpreter, binding, direction, flow);
    }

    private static Verdict judged(Interpreter interpreter, Binding binding, Direction direction, Flow flow) {
        Fate fate = interpreter.interpret(hook(binding, direction), packet(binding, direction, flow));
        if (fate.equals(new Fate(Outcome.DROPPED_AT_CLOSED_LINK, List.of()))) {
            return Verdict.noGroup(binding.eni());
        }
        if (fate.verdicts().size() != 1) {
            throw new IllegalStateException("one side is judged, but found `" + fate + "`");
        }
        Verdict verdict = fate.verdicts().getFirst();
        Outcome fitting = verdict.action() == Action.ACCEPT ? Outcome.PASSES : Outcome.DROPPED;
        if (fate.outcome() != fitting) {
            throw new IllegalStateException("outcome and verdict differ `" + fate + "`");
        }
        return verdict;
    }

    private static Hook hook(Binding binding, Direction direction) {
        return switch (binding.kind()) {
            case GUEST -> Hook.FORWARD;
            case HOST -> direction == Direction.INGRESS ? Hook.INPUT : Hook.OUTPUT;
            case BRIDGE_PORT -> throw new IllegalStateException("not held");
        };
    }

    /// A packet that comes from, or goes to, a link that is not ours.
    private static Packet packet(Binding binding, Direction direction, Flow flow) {
        boolean comesIn = (binding.kind() == LinkKind.GUEST) == (direction == Direction.EGRESS);
        return comesIn
                ? new Packet(binding.link(), ELSEWHERE, Tracking.NEW, flow)
                : new Packet(ELSEWHERE, binding.link(), Tracking.NEW, flow);
    }
}
