package dev.cordon.nft.interpret;

import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Action;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.interpret.Trace.MarkSoFar;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial.Cause;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Ending.Query;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One packet on its way through the chains of one hook after the other.
final class Walk {

    private final Ruleset ruleset;
    private final Packet packet;
    private final Elements elements;
    private final Trace trace;
    private final Passes passes;
    private final List<Verdict> verdicts = new ArrayList<>();
    private Optional<Timeout> kept = Optional.empty();
    private long mark;

    /// How a chain, a line or an element leaves the packet.
    private sealed interface Step {

        /// On with the next line.
        record On() implements Step {}

        /// Back to where the chain was entered.
        record Back() implements Step {}

        record Ended(Outcome outcome) implements Step {}
    }

    Walk(Ruleset ruleset, Elements elements, Packet packet, Trace trace) {
        this.ruleset = ruleset;
        this.elements = elements;
        this.packet = packet;
        this.trace = trace;
        this.passes = new Passes(elements, packet);
        this.mark = passes.fabricMark();
    }

    /// Walks one chain alone, as if it had been entered before any mark was written.
    Fate through(String chain) {
        return walk(ruleset.chain(chain)) instanceof Step.Ended(var outcome)
                ? new Fate(outcome, verdicts)
                : new Fate(Outcome.PASSES, verdicts);
    }

    Fate from(Hook hook) {
        for (Chain chain : elements.bases(hook)) {
            if (walk(chain) instanceof Step.Ended(var outcome)) {
                return new Fate(outcome, verdicts);
            }
        }
        return new Fate(Outcome.PASSES, verdicts);
    }

    /// Returns how long a session is kept that the packet begins; nothing if it is not said.
    Optional<Timeout> kept() {
        return kept;
    }

    private Step walk(Chain chain) {
        for (Line line : chain.lines()) {
            if (passesAll(line)) {
                Step step = end(line.ending());
                if (!(step instanceof Step.On)) {
                    return step;
                }
            }
        }
        return new Step.Back();
    }

    private boolean passesAll(Line line) {
        for (Test test : line.tests()) {
            trace.asks(test);
            if (!passes.passes(test, mark)) {
                return false;
            }
        }
        return true;
    }

    private Step goes(String chain) {
        return trace.passesBy(chain, markSoFar()) ? new Step.Back() : walk(ruleset.chain(chain));
    }

    private MarkSoFar markSoFar() {
        return mark == passes.fabricMark() ? MarkSoFar.OF_THE_FABRIC : MarkSoFar.OURS;
    }

    private Step end(Ending ending) {
        return switch (ending) {
            case Ending.Says(var direction, var verdict) -> says(verdict);
            case Ending.Remembers(var says) -> end(says);
            case Ending.Accepts accepts -> new Step.Ended(Outcome.PASSES);
            case Ending.Returns returns -> new Step.Back();
            case Ending.Denies(var denial) -> new Step.Ended(outcome(denial.cause()));
            case Ending.Drops() -> new Step.Ended(Outcome.DROPPED);
            case Ending.Tells tells -> new Step.On();
            case Ending.Goes(var chain) -> goes(chain);
            case Ending.Asks(var chain) -> asks(chain);
            case Ending.Marks(long number) -> marks(Optional.of(new Value.Number(number)));
            case Ending.MarksAddress(var family, var side, var map) ->
                marks(packet.flow().family() == family ? address(map, side) : Optional.empty());
            case Ending.MarksBlock(var family, var side, var map) ->
                marks(packet.flow().family() == family ? address(map, side) : Optional.empty());
            case Ending.MarksClass(var map) -> marks(elements.ofNumber(map, mark));
            case Ending.Counts counts -> new Step.On();
            case Ending.Keeps(var timeout) -> keeps(timeout);
            case Ending.Looks(var query, var map) -> looks(query, map);
        };
    }

    private static Outcome outcome(Cause cause) {
        return switch (cause) {
            case Cause.Policy policy -> Outcome.DROPPED;
            case Cause.Forged() -> Outcome.DROPPED_AS_FORGED;
            case Cause.Invalid() -> Outcome.DROPPED_AS_INVALID;
            case Cause.Closed() -> Outcome.DROPPED_AT_CLOSED_LINK;
            case Cause.Quota() -> throw new IllegalStateException("sessions are not counted here");
        };
    }

    private Step says(Verdict verdict) {
        verdicts.add(verdict);
        return verdict.action() == Action.ACCEPT ? new Step.Back() : new Step.Ended(Outcome.DROPPED);
    }

    private Step asks(String chain) {
        Step step = goes(chain);
        return step instanceof Step.Ended ? step : new Step.On();
    }

    private Step marks(Optional<Value> number) {
        if (number.isPresent() && number.get() instanceof Value.Number(long found)) {
            mark = found;
        }
        return new Step.On();
    }

    private Optional<Value> address(String map, Side side) {
        IpAddress address =
                side == Side.SOURCE ? packet.flow().source() : packet.flow().destination();
        return elements.ofAddress(map, address);
    }

    private Step keeps(Timeout timeout) {
        IpProtocol protocol = packet.flow().protocol();
        boolean fits = switch (timeout) {
            case Timeout.Tcp tcp -> protocol.equals(IpProtocol.TCP);
            case Timeout.Udp udp -> protocol.equals(IpProtocol.UDP);
        };
        if (fits) {
            kept = Optional.of(timeout);
        }
        return new Step.On();
    }

    private Step looks(Query query, String map) {
        return find(query, map).map(this::does).orElseGet(Step.On::new);
    }

    private Optional<Value> find(Query query, String map) {
        return switch (query) {
            case LINK_IN -> elements.ofLink(map, packet.in());
            case LINK_OUT -> elements.ofLink(map, packet.out());
            case PORT_PROTOCOL_CLASS ->
                packet.flow().transport() instanceof Transport.Ports ? ofClass(map) : Optional.empty();
            case PROTOCOL_CLASS -> ofClass(map);
        };
    }

    private Optional<Value> ofClass(String map) {
        VerdictRow row = elements.ofClass(map, mark);
        trace.looks(row);
        return row.find(packet.flow());
    }

    private Step does(Value value) {
        return switch (value) {
            case Value.Asks(var chain) -> asks(chain);
            case Value.Goes(var chain) -> goes(chain);
            case Value.Says(var direction, var verdict) -> says(verdict);
            case Value.Number number -> throw new IllegalStateException("a number is no verdict `" + number + "`");
            case Value.Present present -> throw new IllegalStateException("a set has no verdicts");
        };
    }
}
