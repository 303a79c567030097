package dev.cordon.wire.state;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a rule: alone with its group, or in its group without.
final class RuleForm {

    private static final Shape<RuleId> ID = Values.id(RuleId::new);

    private static final Shape<Direction> DIRECTION = Values.word(Direction.class);
    private static final Shape<Action> ACTION = Values.word(Action.class);

    private RuleForm() {}

    static void append(ObjectNode to, Rule rule) {
        to.put("id", rule.id().value()).put("group", rule.group().value());
        appendRest(to, rule);
    }

    static void appendInGroup(ObjectNode to, Rule rule) {
        to.put("id", rule.id().value());
        appendRest(to, rule);
    }

    private static void appendRest(ObjectNode to, Rule rule) {
        to.put("direction", Values.text(rule.direction()))
                .put("action", Values.text(rule.action()))
                .put("priority", rule.priority().number());
        MatchForm.append(to, rule.match());
        to.put("position", rule.position())
                .put("peerText", rule.details().peerText())
                .put("localText", rule.details().localText())
                .put("description", rule.details().description())
                .put("createdAt", rule.details().createdAt().toString());
    }

    static Supplier<Rule> take(Fields in) {
        var group = in.take("group", SecurityGroupForm.ID);
        var rule = takeInGroup(in);
        return () -> rule.get().apply(group.get());
    }

    /// What is wrong with the rule alone shows before it is known to which group it belongs.
    static Supplier<Function<SecurityGroupId, Rule>> takeInGroup(Fields in) {
        var id = in.take("id", ID);
        var direction = in.take("direction", DIRECTION);
        var action = in.take("action", ACTION);
        var priority = in.take("priority", Values.number(Priority.HIGHEST.number(), Priority.LEGACY.number()));
        var match = MatchForm.take(in);
        var position = in.take("position", Values.number(0, Integer.MAX_VALUE));
        var details = takeDetails(in);
        return () -> {
            RuleMatch asked = match.get();
            Priority rank = new Priority(priority.get());
            return group -> new Rule(
                    id.get(), group, direction.get(), asked, action.get(), rank, position.get(), details.get());
        };
    }

    private static Supplier<RuleDetails> takeDetails(Fields in) {
        var peerText = in.take("peerText", Values.TEXT);
        var localText = in.take("localText", Values.TEXT);
        var description = in.take("description", Values.TEXT);
        var createdAt = in.take("createdAt", Values.INSTANT);
        return () -> new RuleDetails(peerText.get(), localText.get(), description.get(), createdAt.get());
    }
}
