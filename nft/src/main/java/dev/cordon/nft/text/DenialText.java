package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Denial.Cause;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import java.util.List;
import java.util.Optional;

/// The chain of a denial, and what it logs. ENIs share it: the packet's link tells which it was.
public final class DenialText {

    private DenialText() {}

    /// Returns the name of the chain: the words of the log with slashes between them.
    public static String chain(Denial denial) {
        return chain(prefix(denial).text());
    }

    static String chain(String prefix) {
        return "deny/" + prefix.substring(prefix.indexOf(' ') + 1).replace(' ', '/');
    }

    /// Returns the chain that tells of what is dropped for one reason, and drops it.
    public static Chain made(Denial denial) {
        return Chain.of(chain(denial), List.of(Line.always(new Ending.Tells(denial)), Line.always(new Ending.Drops())));
    }

    static LogPrefix prefix(Denial denial) {
        return denial.cause() instanceof Cause.Policy(var verdict)
                ? LogPrefix.of(Optional.empty(), denial.direction(), verdict)
                : new LogPrefix(
                        Optional.empty(), denial.direction(), stage(denial.cause()), new LogPrefix.Subject.Nothing());
    }

    static DropStage stage(Cause cause) {
        return switch (cause) {
            case Cause.Policy(var verdict) -> DropStage.of(verdict.stage());
            case Cause.Forged() -> DropStage.FORGED;
            case Cause.Invalid() -> DropStage.INVALID;
            case Cause.Closed() -> DropStage.CLOSED;
            case Cause.Quota() -> DropStage.QUOTA;
        };
    }
}
