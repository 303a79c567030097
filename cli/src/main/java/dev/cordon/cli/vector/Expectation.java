package dev.cordon.cli.vector;

import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.SharedGroup;
import dev.cordon.model.verdict.Verdict;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a vector expects of a verdict: the fields that are given, and no others, are compared.
final class Expectation {

    private Expectation() {}

    static boolean meets(JsonNode expect, Verdict verdict) {
        Map<String, String> got = fields(verdict);
        return expect.propertyStream()
                .filter(field -> !field.getKey().equals("reason"))
                .allMatch(field -> field.getValue().asString().equals(got.get(field.getKey())));
    }

    static String text(Verdict verdict) {
        return fields(verdict).toString();
    }

    private static Map<String, String> fields(Verdict verdict) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("verdict", verdict.action().name());
        fields.put("stage", verdict.stage().name());
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
