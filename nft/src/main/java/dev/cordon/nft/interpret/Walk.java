package dev.cordon.nft.interpret;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Action;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial.Cause;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Ending.Query;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One packet on its way through the chains of one hook.
final class Walk {

    private final Ruleset ruleset;
    private final Packet packet;
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

    Walk(Ruleset ruleset, Packet packet) {
        this.ruleset = ruleset;
        this.packet = packet;
        this.passes = new Passes(ruleset, packet);
        this.mark = passes.fabricMark();
    }

    Fate from(Hook hook) {
        for (Chain chain : ruleset.chains().values()) {
            if (chain.hook().equals(Optional.of(hook)) && walk(chain) instanceof Step.Ended(var outcome)) {
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
            if (line.tests().stream().allMatch(test -> passes.passes(test, mark))) {
                Step step = end(line.ending());
                if (!(step instanceof Step.On)) {
                    return step;
                }
            }
        }
        return new Step.Back();
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
            case Ending.Goes(var chain) -> walk(ruleset.chain(chain));
            case Ending.Asks(var chain) -> asks(chain);
            case Ending.Marks(long number) -> marks(Optional.of(new Value.Number(number)));
            case Ending.MarksAddress(var family, var side, var map) ->
                marks(packet.flow().family() == family ? address(map, side) : Optional.empty());
            case Ending.MarksBlock(var family, var side, var map) ->
                marks(packet.flow().family() == family ? address(map, side) : Optional.empty());
            case Ending.MarksClass(var map) ->
                marks(find(map, key -> key instanceof Key.Numbers(var range) && range.contains(mark)));
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
        Step step = walk(ruleset.chain(chain));
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
        return find(map, key -> key instanceof Key.Addresses(var block) && block.contains(address));
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
        Optional<Value> value = find(map, key -> fits(query, key));
        return value.map(this::does).orElseGet(Step.On::new);
    }

    private Step does(Value value) {
        return switch (value) {
            case Value.Asks(var chain) -> asks(chain);
            case Value.Goes(var chain) -> walk(ruleset.chain(chain));
            case Value.Says(var direction, var verdict) -> says(verdict);
            case Value.Number number -> throw new IllegalStateException("a number is no verdict `" + number + "`");
            case Value.Present present -> throw new IllegalStateException("a set has no verdicts");
        };
    }

    private boolean fits(Query query, Key key) {
        Flow flow = packet.flow();
        return switch (query) {
            case LINK_IN -> key instanceof Key.LinkName(var name) && name.equals(packet.in());
            case LINK_OUT -> key instanceof Key.LinkName(var name) && name.equals(packet.out());
            case PORT_PROTOCOL_CLASS ->
                flow.transport() instanceof Transport.Ports(int source, int destination)
                        && key instanceof Key.Box(var ports, var protocol, var classes)
                        && ports.contains(destination)
                        && protocol.equals(flow.protocol())
                        && classes.contains(mark);
            case PROTOCOL_CLASS ->
                key instanceof Key.Carried(var first, var last, var classes)
                        && first.compareTo(flow.protocol()) <= 0
                        && flow.protocol().compareTo(last) <= 0
                        && classes.contains(mark);
        };
    }

    /// No two elements may fit one packet, or the kernel would be free to choose.
    private Optional<Value> find(String name, Predicate<Key> fits) {
        List<Value> found = ruleset.lookup(name)
                .elements()
                .values()
                .filter(element -> fits.test(element.key()))
                .map(Lookup.Element::value)
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("elements of `" + name + "` overlap `" + found + "`");
        }
        return found.stream().findFirst();
    }
}
