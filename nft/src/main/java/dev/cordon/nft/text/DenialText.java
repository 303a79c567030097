package dev.cordon.nft.text;

import dev.cordon.model.verdict.Reason;
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
        return new LogPrefix(Optional.empty(), denial.direction(), stage(denial.cause()), subject(denial.cause()));
    }

    static DropStage stage(Cause cause) {
        return switch (cause) {
            case Cause.Policy(var verdict) -> DropStage.of(verdict.stage());
            case Cause.Forged() -> DropStage.FORGED;
            case Cause.Invalid() -> DropStage.INVALID;
            case Cause.Closed() -> DropStage.CLOSED;
        };
    }

    private static LogPrefix.Subject subject(Cause cause) {
        return cause instanceof Cause.Policy(var verdict)
                        && verdict.reason() instanceof Reason.MatchedRule(var group, var rule, var priority)
                ? new LogPrefix.Subject.Rule(group, rule)
                : new LogPrefix.Subject.Nothing();
    }
}
