package dev.cordon.nft.interpret;

import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Timeout;
import java.util.Optional;

/// Walks a ruleset as the kernel does.
public final class Interpreter {

    private final Ruleset ruleset;

    public Interpreter(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /// Returns how long a session is kept that begins with a packet at a hook; nothing if our rules
    /// do not say.
    public Optional<Timeout> kept(Hook hook, Packet packet) {
        Walk walk = new Walk(ruleset, packet);
        return walk.from(hook).outcome() == Fate.Outcome.PASSES ? walk.kept() : Optional.empty();
    }

    /// Returns what becomes of a packet that is forwarded, taken by the machine, or made by it.
    ///
    /// @param hook the last one on its way; what comes in goes through [Hook#PREROUTING] first
    public Fate interpret(Hook hook, Packet packet) {
        return switch (hook) {
            case PREROUTING, OUTPUT -> new Walk(ruleset, packet).from(hook);
            case ARP_INPUT, PORT_IN, PORT_OUT -> throw new IllegalArgumentException("no flow is there `" + hook + "`");
            case INPUT, FORWARD -> {
                Fate before = new Walk(ruleset, packet).from(Hook.PREROUTING);
                yield before.outcome() == Fate.Outcome.PASSES ? new Walk(ruleset, packet).from(hook) : before;
            }
        };
    }
}
