package dev.cordon.ecs.account;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One statement of a policy.
///
/// @param actions patterns such as `ecs:Describe*`, in lower case
/// @param resources patterns such as `acs:ecs:*:*:securitygroup/*`
/// @param conditions that hold together
record Statement(Effect effect, Names actions, Names resources, List<Condition> conditions) {

    enum Effect {
        ALLOW,
        DENY
    }

    /// Whether names are meant that fit, or all others.
    enum Sense {
        THESE,
        OTHERS
    }

    /// @param patterns at least one
    record Names(Sense sense, List<String> patterns) {

        static final Names ALL = new Names(Sense.THESE, List.of("*"));

        Names {
            patterns = List.copyOf(patterns);
        }

        boolean isAll() {
            return sense == Sense.THESE && patterns.contains("*");
        }

        boolean contains(String name) {
            boolean fits = patterns.stream().anyMatch(pattern -> Glob.fits(pattern, name));
            return switch (sense) {
                case THESE -> fits;
                case OTHERS -> !fits;
            };
        }
    }

    private static final Set<String> MEMBERS =
            Set.of("Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");

    Statement {
        conditions = List.copyOf(conditions);
    }

    static Statement of(Effect effect, Names actions, Names resources) {
        return new Statement(effect, actions, resources, List.of());
    }

    boolean isAboutEverything() {
        return actions.isAll() && resources.isAll() && conditions.isEmpty();
    }

    /// Tells whether it says something of an action on a resource. Where it cannot be told whether
    /// a condition holds, nothing is allowed, and what may be denied is.
    boolean isAbout(String action, String resource, Circumstances circumstances) {
        return actions.contains(action.toLowerCase(Locale.ROOT))
                && resources.contains(resource)
                && conditions.stream()
                        .allMatch(condition -> condition.holds(circumstances).orElse(effect == Effect.DENY));
    }

    static Parsed<Statement> read(JsonNode node) {
        Optional<Effect> effect = switch (node.path("Effect").asString("")) {
            case "Allow" -> Optional.of(Effect.ALLOW);
            case "Deny" -> Optional.of(Effect.DENY);
            default -> Optional.empty();
        };
        Optional<Names> actions = names(node, "Action").map(Statement::inLowerCase);
        Optional<Names> resources = names(node, "Resource");
        boolean isWhole = node.isObject() && MEMBERS.containsAll(node.propertyNames());
        if (!isWhole || effect.isEmpty() || actions.isEmpty() || resources.isEmpty()) {
            return new Bad<>("a statement has `Effect` (Allow or Deny), `Action` or `NotAction`, `Resource` or"
                    + " `NotResource`, maybe `Condition`, and nothing else; found " + Json.print(node));
        }
        Parsed<List<Condition>> conditions =
                node.has("Condition") ? Condition.read(node.path("Condition")) : new Ok<>(List.of());
        return conditions.then(read -> new Ok<>(new Statement(effect.get(), actions.get(), resources.get(), read)));
    }

    private static Names inLowerCase(Names names) {
        return new Names(
                names.sense(),
                names.patterns().stream()
                        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                        .toList());
    }

    /// Returns the names in a member, or in the one that says `Not`; not both.
    private static Optional<Names> names(JsonNode node, String member) {
        List<String> these = PolicyDocument.texts(node.path(member));
        List<String> others = PolicyDocument.texts(node.path("Not" + member));
        if (node.has(member) == node.has("Not" + member) || these.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(others.isEmpty() ? new Names(Sense.THESE, these) : new Names(Sense.OTHERS, others));
    }
}
