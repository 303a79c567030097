package dev.cordon.cli.vector.form;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StoreKey;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A change of the policy as session vectors write it.
public final class StepForm {

    private StepForm() {}

    public static List<Change> changes(JsonNode step, PolicyState state) {
        String op = Fields.text(step, "op");
        return switch (op) {
            case "addRule" -> List.of(new Change.Put(rule(step, step.path("rule"), state)));
            case "removeRule" -> List.of(new Change.Delete(new RuleId(Fields.text(step, "rule"))));
            case "replaceRule" -> replaced(step, state);
            case "join" -> List.of(new Change.Put(eni(step, state).joining(groupId(step))));
            case "leave" -> List.of(new Change.Put(eni(step, state).leaving(groupId(step))));
            case "setInner" ->
                List.of(new Change.Put(
                        group(step, state).with(ConfigForm.intraGroupPolicy(Fields.text(step, "value")))));
            case "change" ->
                step.path("changes").valueStream().map(StepForm::change).toList();
            default -> List.of(new Change.Put(list(op, step, state)));
        };
    }

    /// Reads what [#write] writes of one change.
    private static Change change(JsonNode change) {
        return change.has("put")
                ? new Change.Put(read(EntityForm.read(change.path("put"))))
                : new Change.Delete(read(StoreKey.parse(Fields.text(change, "delete"))));
    }

    private static <T> T read(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value) -> value;
            case Parsed.Bad<T>(String problem) -> throw new UnreadableVectorException(problem);
        };
    }

    /// Returns the step that carries out any changes, all at once: objects in their stored form,
    /// and the keys of those that go.
    public static ObjectNode write(List<Change> changes) {
        ObjectNode step = Json.object().put("op", "change");
        ArrayNode all = step.putArray("changes");
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entity entity) -> all.addObject().set("put", EntityForm.write(entity));
                case Change.Delete(var id) -> all.addObject().put("delete", StoreKey.of(id));
            }
        }
        return step;
    }

    private static List<Change> replaced(JsonNode step, PolicyState state) {
        return List.of(
                new Change.Delete(new RuleId(Fields.text(step, "rule"))),
                new Change.Put(rule(step, step.path("with"), state)));
    }

    private static Rule rule(JsonNode step, JsonNode rule, PolicyState state) {
        int last = state.rulesOf(groupId(step)).stream()
                .mapToInt(Rule::position)
                .max()
                .orElse(-1);
        return RuleForm.read(rule, groupId(step), last + 1);
    }

    private static SecurityGroupId groupId(JsonNode step) {
        return new SecurityGroupId(Fields.text(step, "group"));
    }

    private static SecurityGroup group(JsonNode step, PolicyState state) {
        return state.group(groupId(step)).orElseThrow(() -> new UnreadableVectorException("no such group: " + step));
    }

    private static Eni eni(JsonNode step, PolicyState state) {
        return state.eni(new EniId(Fields.text(step, "eni")))
                .orElseThrow(() -> new UnreadableVectorException("no such eni: " + step));
    }

    /// `setEntries`, `addEntries` and `removeEntries` of a `prefixList` or `portList`, or any name
    /// that begins like one of these.
    private static Entity list(String op, JsonNode step, PolicyState state) {
        if (step.has("prefixList")) {
            PrefixList list = state.prefixList(new PrefixListId(Fields.text(step, "prefixList")))
                    .orElseThrow(() -> new UnreadableVectorException("no such prefix list: " + step));
            List<CidrBlock> entries = changed(
                    op,
                    list.entries(),
                    entries(step).stream().map(CidrBlock::of).toList());
            return new PrefixList(list.id(), list.family(), list.entryCountMax(), entries, list.details());
        }
        if (step.has("portList")) {
            PortList list = state.portList(new PortListId(Fields.text(step, "portList")))
                    .orElseThrow(() -> new UnreadableVectorException("no such port list: " + step));
            List<PortRange> entries = changed(
                    op,
                    list.entries(),
                    entries(step).stream().map(RuleForm::ports).toList());
            return new PortList(list.id(), list.entryCountMax(), entries, list.details());
        }
        throw new UnreadableVectorException("unknown step `" + op + "`");
    }

    private static List<String> entries(JsonNode step) {
        return Stream.of("entries", "value", "entry", "cidr")
                .filter(step::has)
                .findFirst()
                .map(name -> step.path(name).isArray() ? Fields.texts(step, name) : List.of(Fields.text(step, name)))
                .orElseThrow(() -> new UnreadableVectorException("no entries: " + step));
    }

    private static <T> List<T> changed(String op, List<T> present, List<T> given) {
        if (op.startsWith("add")) {
            return Stream.concat(present.stream(), given.stream()).distinct().toList();
        }
        return op.startsWith("remove") || op.startsWith("delete")
                ? present.stream().filter(entry -> !given.contains(entry)).toList()
                : given;
    }
}
