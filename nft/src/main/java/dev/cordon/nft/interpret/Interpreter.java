package dev.cordon.nft.interpret;

import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Timeout;
import java.util.Optional;

/// Walks a ruleset as the kernel does. Used by one thread.
public final class Interpreter {

    private final Ruleset ruleset;
    private final Elements elements;

    public Interpreter(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.elements = new Elements(ruleset);
    }

    /// Returns how long a session is kept that begins with a packet at a hook; nothing if our rules
    /// do not say.
    public Optional<Timeout> kept(Hook hook, Packet packet) {
        Walk walk = walk(packet, Trace.NONE);
        return walk.from(hook).outcome() == Fate.Outcome.PASSES ? walk.kept() : Optional.empty();
    }

    /// Returns what becomes of a packet that is forwarded, taken by the machine, or made by it.
    ///
    /// @param hook the last one on its way; what comes in goes through [Hook#PREROUTING] first
    public Fate interpret(Hook hook, Packet packet) {
        return interpret(hook, packet, Trace.NONE);
    }

    public Fate interpret(Hook hook, Packet packet, Trace trace) {
        Walk walk = walk(packet, trace);
        return switch (hook) {
            case PREROUTING, OUTPUT -> walk.from(hook);
            case ARP_INPUT, PORT_IN, PORT_OUT -> throw new IllegalArgumentException("no flow is there `" + hook + "`");
            case INPUT, FORWARD -> {
                Fate before = walk.from(Hook.PREROUTING);
                yield before.outcome() == Fate.Outcome.PASSES ? walk.from(hook) : before;
            }
        };
    }

    /// Returns what one chain alone makes of a packet.
    public Fate through(String chain, Packet packet, Trace trace) {
        return walk(packet, trace).through(chain);
    }

    private Walk walk(Packet packet, Trace trace) {
        return new Walk(ruleset, elements, packet, trace);
    }
}
