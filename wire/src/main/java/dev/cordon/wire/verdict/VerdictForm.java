package dev.cordon.wire.verdict;

import dev.cordon.model.verdict.Reason.DefaultAction;
import dev.cordon.model.verdict.Reason.EstablishedSession;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.NoGroup;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.RelatedError;
import dev.cordon.model.verdict.Reason.SharedGroup;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A verdict for the one who asked: `verdict`, `stage`, `group` and `rule` where there is one, and
/// `text`.
public final class VerdictForm {

    private VerdictForm() {}

    public static ObjectNode write(Verdict verdict) {
        ObjectNode node = Json.object()
                .put("verdict", verdict.action().name())
                .put("stage", verdict.stage().name());
        switch (verdict.reason()) {
            case SharedGroup(var group) -> node.put("group", group.value());
            case MatchedRule(var group, var rule, var priority) ->
                node.put("group", group.value()).put("rule", rule.value());
            case EstablishedSession(), RelatedError() -> {}
            case PlatformAllow allow -> {}
            case PlatformDeny deny -> {}
            case NoGroup none -> {}
            case DefaultAction byDefault -> {}
        }
        return node.put("text", Wording.of(verdict));
    }
}
