package dev.cordon.wire.state;

import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The export of a whole state: the objects by kind and in the order of their ids, the rules in
/// their groups as they were written there.
///
/// Fields are those of [EntityForm], without kind and version.
public final class StateForm {

    private static final int VERSION = 1;

    private static final Shape<Draft> SHAPE = Shape.object(StateForm::take);

    private StateForm() {}

    /// @throws IllegalStateException if a reference in the state leads nowhere
    public static ObjectNode write(StateAt exported) {
        PolicyState state = exported.state();
        References.problem(state.objects().toList()).ifPresent(problem -> {
            throw new IllegalStateException("state at revision " + exported.revision() + ": " + problem);
        });
        ObjectNode node = Json.object()
                .put("v", VERSION)
                .put("revision", exported.revision().number());
        append(node, "vpcs", state.vpcs(), VpcForm::append);
        append(node, "vSwitches", state.vSwitches(), VSwitchForm::append);
        append(node, "prefixLists", objects(state, PrefixList.class), PrefixListForm::append);
        append(node, "portLists", objects(state, PortList.class), PortListForm::append);
        append(node, "groups", state.groups(), (to, group) -> appendGroup(to, group, state));
        append(node, "instances", state.instances(), InstanceForm::append);
        append(node, "enis", state.enis(), EniForm::append);
        return node;
    }

    /// Returns the first reference in a state that leads nowhere, if there is one.
    public static Optional<String> danglingReference(PolicyState state) {
        return References.problem(state.objects().toList());
    }

    /// Reads a state in which every reference leads somewhere.
    public static Parsed<StateAt> read(JsonNode node) {
        return SHAPE.read(node).then(Draft::checked);
    }

    private static void appendGroup(ObjectNode to, SecurityGroup group, PolicyState state) {
        SecurityGroupForm.append(to, group);
        append(to, "rules", state.rulesOf(group.id()).stream(), RuleForm::appendInGroup);
    }

    private static <T> void append(
            ObjectNode to, String name, Stream<T> objects, BiConsumer<ObjectNode, T> appendFields) {
        var array = to.putArray(name);
        objects.forEach(object -> appendFields.accept(array.addObject(), object));
    }

    private static <T> Stream<T> objects(PolicyState state, Class<T> type) {
        return state.objects().filter(type::isInstance).map(type::cast);
    }

    private static Supplier<Draft> take(Fields in) {
        in.take("v", Values.number(VERSION, VERSION));
        var revision = in.take("revision", Values.number(0, Long.MAX_VALUE));
        List<Supplier<? extends List<? extends Entity>>> parts = List.of(
                takeAll(in, "vpcs", VpcForm::take),
                takeAll(in, "vSwitches", VSwitchForm::take),
                takeAll(in, "prefixLists", PrefixListForm::take),
                takeAll(in, "portLists", PortListForm::take),
                takeGroups(in),
                takeAll(in, "instances", InstanceForm::take),
                takeAll(in, "enis", EniForm::take));
        return () -> new Draft(
                new Revision(revision.get()),
                parts.stream().<Entity>flatMap(part -> part.get().stream()).toList());
    }

    private static <T> Supplier<List<T>> takeAll(
            Fields in, String name, Function<Fields, Supplier<? extends T>> fields) {
        return in.take(name, Shape.listOf(Shape.object(fields)));
    }

    private static Supplier<List<Entity>> takeGroups(Fields in) {
        var groups = takeAll(in, "groups", StateForm::takeGroup);
        return () -> groups.get().stream().flatMap(List::stream).toList();
    }

    private static Supplier<List<Entity>> takeGroup(Fields in) {
        var group = SecurityGroupForm.take(in);
        var rules = takeAll(in, "rules", RuleForm::takeInGroup);
        return () -> {
            List<Entity> all = new ArrayList<>();
            all.add(group.get());
            rules.get().forEach(rule -> all.add(rule.apply(group.get().id())));
            return all;
        };
    }

    /// What was read, before it is known to hang together.
    private record Draft(Revision revision, List<Entity> entities) {

        Parsed<StateAt> checked() {
            Optional<String> problem = References.problem(entities);
            if (problem.isPresent()) {
                return new Bad<>(problem.get());
            }
            List<Change> puts = entities.stream().<Change>map(Put::new).toList();
            return new Ok<>(new StateAt(revision, PolicyState.EMPTY.apply(puts)));
        }
    }
}
