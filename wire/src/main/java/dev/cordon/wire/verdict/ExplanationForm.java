package dev.cordon.wire.verdict;

import dev.cordon.engine.explain.Explanation;
import dev.cordon.engine.explain.Side;
import dev.cordon.engine.explain.Side.Judged;
import dev.cordon.engine.explain.Side.NotJudged;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The answer of `explain`: `disposition`, and `egress` and `ingress` as far as they were judged.
public final class ExplanationForm {

    private ExplanationForm() {}

    public static ObjectNode write(Explanation explanation) {
        ObjectNode node =
                Json.object().put("disposition", explanation.disposition().name());
        append(node, "egress", explanation.egress());
        append(node, "ingress", explanation.ingress());
        return node;
    }

    private static void append(ObjectNode to, String name, Side side) {
        switch (side) {
            case Judged(Verdict verdict) -> to.set(name, VerdictForm.write(verdict));
            case NotJudged notJudged -> {}
        }
    }
}
