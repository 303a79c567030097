package dev.cordon.nft.interpret;

import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Ruleset;

/// Walks a ruleset as the kernel does.
public final class Interpreter {

    private final Ruleset ruleset;

    public Interpreter(Ruleset ruleset) {
        this.ruleset = ruleset;
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
