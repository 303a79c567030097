package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Denial.Cause;
import java.util.Optional;

/// The chain of a denial, and what it logs. ENIs share it: the packet's link tells which it was.
public final class DenialText {

    private DenialText() {}

    /// Returns the name of the chain: the words of the log with slashes between them.
    public static String chain(Denial denial) {
        String words = prefix(denial).text();
        return "deny/" + words.substring(words.indexOf(' ') + 1).replace(' ', '/');
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
