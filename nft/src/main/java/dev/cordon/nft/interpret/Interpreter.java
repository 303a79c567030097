package dev.cordon.nft.interpret;

import dev.cordon.model.policy.Action;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Dispatch;
import dev.cordon.nft.ruleset.Dispatch.Hook;
import dev.cordon.nft.ruleset.DispatchMap;
import dev.cordon.nft.ruleset.DispatchMap.Target;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks a ruleset as the kernel does.
public final class Interpreter {

    private final Ruleset ruleset;

    public Interpreter(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /// Returns what becomes of a packet at one hook.
    public Fate interpret(Hook hook, Packet packet) {
        List<Verdict> verdicts = new ArrayList<>();
        for (DispatchMap map : ruleset.maps()) {
            if (map.dispatch().hook() == hook) {
                Outcome outcome = dispatch(map, packet, verdicts);
                if (outcome != Outcome.PASSES) {
                    return new Fate(outcome, verdicts);
                }
            }
        }
        return new Fate(Outcome.PASSES, verdicts);
    }

    private Outcome dispatch(DispatchMap map, Packet packet, List<Verdict> verdicts) {
        Optional<Target> target = Optional.ofNullable(map.byLink().get(link(map.dispatch(), packet)));
        return target.map(to -> switch (to) {
                    case Target.Closed() -> Outcome.DROPPED_AT_CLOSED_LINK;
                    case Target.Judge(var chain) -> judge(chain, packet, verdicts);
                })
                .orElse(Outcome.PASSES);
    }

    private static String link(Dispatch dispatch, Packet packet) {
        return switch (dispatch) {
            case FORWARD_IN, INPUT -> packet.in();
            case FORWARD_OUT, OUTPUT -> packet.out();
        };
    }

    private Outcome judge(String name, Packet packet, List<Verdict> verdicts) {
        for (Line line : chain(name).lines()) {
            if (line.tests().stream().allMatch(test -> Passes.passes(test, packet))) {
                return switch (line.ending()) {
                    case Ending.DropsInvalid() -> Outcome.DROPPED_AS_INVALID;
                    case Ending.DropsForged() -> Outcome.DROPPED_AS_FORGED;
                    case Ending.Says(Verdict verdict) -> {
                        verdicts.add(verdict);
                        yield verdict.action() == Action.ACCEPT ? Outcome.PASSES : Outcome.DROPPED;
                    }
                };
            }
        }
        throw new IllegalStateException("chain `" + name + "` has no last line");
    }

    private Chain chain(String name) {
        return ruleset.chains().stream()
                .filter(chain -> chain.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a map names chain `" + name + "`, which is not there"));
    }
}
