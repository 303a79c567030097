package dev.cordon.ecs.account;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What an access key may do, as RAM writes it: allowed is what some statement allows and none
/// denies.
///
/// Statements with conditions or with `NotAction` are refused when they are written: left out they
/// would allow more, or deny less, than was meant.
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
            new PolicyDocument(List.of(new Statement(Effect.ALLOW, List.of("*"), List.of("*"))));

    private static final Set<String> MEMBERS = Set.of("Effect", "Action", "Resource");

    enum Effect {
        ALLOW,
        DENY
    }

    /// @param actions patterns such as `ecs:Describe*`, in lower case
    /// @param resources patterns such as `acs:ecs:*:*:securitygroup/*`
    record Statement(Effect effect, List<String> actions, List<String> resources) {

        boolean isAboutEverything() {
            return actions.contains("*") && resources.contains("*");
        }

        boolean isAbout(String action, String resource) {
            return actions.stream().anyMatch(pattern -> Glob.fits(pattern, action.toLowerCase(Locale.ROOT)))
                    && resources.stream().anyMatch(pattern -> Glob.fits(pattern, resource));
        }
    }

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
    public boolean allows(String action, Collection<String> resources) {
        return resources.stream()
                .allMatch(resource -> says(Effect.ALLOW, action, resource) && !says(Effect.DENY, action, resource));
    }

    private boolean says(Effect effect, String action, String resource) {
        return statements.stream()
                .anyMatch(statement -> statement.effect() == effect && statement.isAbout(action, resource));
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
            Optional<Statement> statement = statement(node);
            if (statement.isEmpty()) {
                return new Bad<>("a statement has `Effect` (Allow or Deny), `Action` and `Resource`, and nothing else;"
                        + " found " + Json.print(node));
            }
            statements.add(statement.get());
        }
        return list.isArray()
                ? new Ok<>(new PolicyDocument(statements))
                : new Bad<>("a policy wants a list `Statement`");
    }

    private static Optional<Statement> statement(JsonNode node) {
        List<String> actions = texts(node.path("Action"));
        List<String> resources = texts(node.path("Resource"));
        Optional<Effect> effect = switch (node.path("Effect").asString("")) {
            case "Allow" -> Optional.of(Effect.ALLOW);
            case "Deny" -> Optional.of(Effect.DENY);
            default -> Optional.empty();
        };
        boolean isWhole = node.isObject()
                && MEMBERS.containsAll(node.propertyNames())
                && !actions.isEmpty()
                && !resources.isEmpty();
        return effect.filter(known -> isWhole)
                .map(known -> new Statement(
                        known,
                        actions.stream()
                                .map(action -> action.toLowerCase(Locale.ROOT))
                                .toList(),
                        resources));
    }

    /// Returns a text or the texts of a list; none if there is anything else.
    private static List<String> texts(JsonNode node) {
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
