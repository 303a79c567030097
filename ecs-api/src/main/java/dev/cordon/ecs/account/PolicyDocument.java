package dev.cordon.ecs.account;

import dev.cordon.ecs.account.Statement.Effect;
import dev.cordon.ecs.account.Statement.Names;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What an access key may do, as RAM writes it: allowed is what some statement allows and none
/// denies.
///
/// What is not known here, such as a condition's operator, is refused by name when the policy is
/// written: left out it would allow more, or deny less, than was meant.
///
/// @spec https://www.alibabacloud.com/help/en/ram/user-guide/policy-structure-and-syntax Policy
public record PolicyDocument(List<Statement> statements) {

    /// Characters of a document, as RAM has it for custom policies.
    public static final int LENGTH_MAX = 6_144;

    /// Everything.
    public static final String ALL_TEXT = """
            {"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    /// Whatever looks and changes nothing.
    public static final String READ_ONLY_TEXT = """
            {"Version":"1","Statement":[{"Effect":"Allow","Action":\
            ["ecs:Describe*","ecs:List*","vpc:Describe*","sts:GetCallerIdentity",\
            "cordon:state","cordon:explain","cordon:hosts","cordon:log"],"Resource":"*"}]}""";

    public static final PolicyDocument ALL =
            new PolicyDocument(List.of(Statement.of(Effect.ALLOW, Names.ALL, Names.ALL)));

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /// Tells whether every action is allowed on every resource, so that none has to be named. A
    /// policy that allows all of them one by one is not seen through.
    public boolean allowsEverything() {
        return statements.stream().anyMatch(Statement::isAboutEverything)
                && statements.stream().allMatch(statement -> statement.effect() == Effect.ALLOW);
    }

    /// Tells whether an action is allowed on all of the resources that it is about.
    public boolean allows(String action, Collection<String> resources, Circumstances circumstances) {
        return resources.stream()
                .allMatch(resource -> says(Effect.ALLOW, action, resource, circumstances)
                        && !says(Effect.DENY, action, resource, circumstances));
    }

    private boolean says(Effect effect, String action, String resource, Circumstances circumstances) {
        return statements.stream()
                .filter(statement -> statement.effect() == effect)
                .anyMatch(statement -> statement.isAbout(action, resource, circumstances));
    }

    public static Parsed<PolicyDocument> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return new Bad<>("a policy of more than " + LENGTH_MAX + " characters");
        }
        return Json.parse(text).then(PolicyDocument::read);
    }

    private static Parsed<PolicyDocument> read(JsonNode root) {
        if (!root.path("Version").asString("").equals("1")) {
            return new Bad<>("a policy wants `\"Version\": \"1\"`");
        }
        JsonNode list = root.path("Statement");
        List<Statement> statements = new ArrayList<>();
        for (JsonNode node : list) {
            switch (Statement.read(node)) {
                case Ok<Statement>(Statement statement) -> statements.add(statement);
                case Bad<Statement>(String problem) -> {
                    return new Bad<>(problem);
                }
            }
        }
        return list.isArray()
                ? new Ok<>(new PolicyDocument(statements))
                : new Bad<>("a policy wants a list `Statement`");
    }

    /// Returns a text or the texts of a list; none if there is anything else.
    static List<String> texts(JsonNode node) {
        if (node.isString()) {
            return List.of(node.stringValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : node) {
            if (!node.isArray() || !entry.isString()) {
                return List.of();
            }
            texts.add(entry.stringValue());
        }
        return texts;
    }
}
