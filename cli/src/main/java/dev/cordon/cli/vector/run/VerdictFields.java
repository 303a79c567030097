package dev.cordon.cli.vector.run;

import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.SharedGroup;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A verdict as vectors write it.
public final class VerdictFields {

    private VerdictFields() {}

    public static ObjectNode of(Verdict verdict) {
        ObjectNode fields = Json.object()
                .put("verdict", verdict.action().name())
                .put("stage", verdict.stage().name());
        if (verdict.reason() instanceof MatchedRule matched) {
            fields.put("group", matched.group().value());
            fields.put("rule", matched.rule().value());
        }
        if (verdict.reason() instanceof SharedGroup shared) {
            fields.put("group", shared.group().value());
        }
        return fields;
    }
}
