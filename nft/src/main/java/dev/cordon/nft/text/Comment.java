package dev.cordon.nft.text;

import dev.cordon.model.verdict.Reason.DefaultAction;
import dev.cordon.model.verdict.Reason.EstablishedSession;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.NoGroup;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.RelatedError;
import dev.cordon.model.verdict.Reason.SharedGroup;
import dev.cordon.model.verdict.Verdict;

/// What stands in the comment of a kernel rule: the stage, and what determined the verdict.
final class Comment {

    /// What the kernel keeps of a comment, without its closing zero.
    static final int LENGTH_MAX = 127;

    private Comment() {}

    /// Returns the words of the stage, group and rule; cut where ids are longer than ours ever are.
    static String of(Verdict verdict) {
        String subject = switch (verdict.reason()) {
            case EstablishedSession(), RelatedError() -> "";
            case PlatformAllow(var service) -> " " + service;
            case PlatformDeny(var service) -> " " + service;
            case NoGroup(var eni) -> " " + eni;
            case SharedGroup(var group) -> " " + group;
            case MatchedRule(var group, var rule, var priority) -> " " + group + " " + rule;
            case DefaultAction(var direction) -> " " + direction;
        };
        String comment = verdict.stage() + subject;
        return comment.substring(0, Math.min(comment.length(), LENGTH_MAX));
    }
}
