package dev.cordon.cli.vector.generate;

import dev.cordon.cli.vector.form.RuleForm;
import dev.cordon.cli.vector.run.SessionRun;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Random histories: packets that come again and are answered, changes, and times on both sides of
/// the timeouts.
final class RandomSteps {

    private static final int STEP_COUNT_MAX = 9;
    private static final List<Integer> PAUSES_SECONDS = List.of(0, 1, 1, 2, 4, 10, 11, 31, 101, 301, 910, 911);
    private static final List<String> FLAGS = List.of("S", "SA", "A", "A", "FA", "R");

    private final Draws draws;
    private final SessionRun run;
    private final List<ObjectNode> seen = new ArrayList<>();
    private int now;
    private int newRuleCount;

    RandomSteps(Draws draws, SessionRun run) {
        this.draws = draws;
        this.run = run;
    }

    /// Returns steps, each packet with what the run says of it.
    ArrayNode next() {
        ArrayNode steps = Json.object().putArray("steps");
        int count = draws.between(3, STEP_COUNT_MAX);
        for (int i = 0; i < count; i++) {
            now += draws.of(PAUSES_SECONDS);
            ObjectNode step = i > 0 && draws.oneIn(4) ? change(run.state()) : packet(run.state());
            step.put("at", now);
            ObjectNode said = run.step(step);
            if (step.path("op").asString().equals("packet")) {
                said.remove(List.of("group", "rule"));
                step.set("expect", said);
            }
            steps.add(step);
        }
        return steps;
    }

    private ObjectNode packet(PolicyState state) {
        ObjectNode step;
        if (seen.isEmpty() || draws.oneIn(4)) {
            RandomPacket packets = new RandomPacket(draws, state);
            Eni eni = packets.eni();
            Direction direction = draws.of(List.of(Direction.values()));
            step = step("packet").put("eni", eni.id().value()).put("direction", RuleForm.word(direction));
            step.set("pkt", withFlags(packets.next(eni, direction)));
        } else {
            ObjectNode before = draws.of(seen);
            step = draws.oneIn(2) ? again(before) : answered(before);
        }
        seen.add(step);
        return step;
    }

    private ObjectNode again(ObjectNode before) {
        ObjectNode step = before.deepCopy();
        step.remove("expect");
        withFlags(step.withObjectProperty("pkt"));
        return step;
    }

    private ObjectNode answered(ObjectNode before) {
        ObjectNode step = again(before);
        boolean wasIngress = step.path("direction").asString().equals("ingress");
        step.put("direction", wasIngress ? "egress" : "ingress");
        ObjectNode packet = step.withObjectProperty("pkt");
        swap(packet, "src", "dst");
        if (packet.has("sport")) {
            swap(packet, "sport", "dport");
        }
        if (packet.has("icmpType")) {
            packet.put("icmpType", answer(packet.path("icmpType").asInt()));
        }
        return step;
    }

    private static int answer(int icmpType) {
        return switch (icmpType) {
            case 8 -> 0;
            case 0 -> 8;
            case 128 -> 129;
            default -> 128;
        };
    }

    private static void swap(ObjectNode packet, String one, String other) {
        JsonNode first = packet.path(one);
        packet.set(one, packet.path(other));
        packet.set(other, first);
    }

    private ObjectNode withFlags(ObjectNode packet) {
        return packet.path("proto").asString().equals("TCP") ? packet.put("flags", draws.of(FLAGS)) : packet;
    }

    private ObjectNode change(PolicyState state) {
        SecurityGroup group = draws.of(state.groups().toList());
        return switch (draws.between(0, 4)) {
            case 0 ->
                step("setInner").put("group", group.id().value()).put("value", draws.oneIn(2) ? "Accept" : "Drop");
            case 1 -> {
                ObjectNode step = step("addRule").put("group", group.id().value());
                List<String> basic = state.groups()
                        .filter(other -> other.type() == GroupType.BASIC)
                        .map(other -> other.id().value())
                        .toList();
                step.set(
                        "rule",
                        new RandomRule(draws, basic)
                                .next("r-new-" + ++newRuleCount, group.id().value()));
                yield step;
            }
            case 2 -> removed(state);
            default -> moved(state);
        };
    }

    private ObjectNode removed(PolicyState state) {
        List<Rule> rules = state.groups()
                .flatMap(group -> state.rulesOf(group.id()).stream())
                .toList();
        if (rules.isEmpty()) {
            return moved(state);
        }
        Rule rule = draws.of(rules);
        return step("removeRule")
                .put("group", rule.group().value())
                .put("rule", rule.id().value());
    }

    /// Joins a group of the same type, or leaves one of several; else empties a list.
    private ObjectNode moved(PolicyState state) {
        Eni eni = draws.of(state.enis().toList());
        if (eni.groups().size() > 1 && draws.oneIn(2)) {
            return step("leave")
                    .put("eni", eni.id().value())
                    .put("group", draws.of(eni.groups()).value());
        }
        GroupType type = state.group(eni.groups().getFirst()).orElseThrow().type();
        List<SecurityGroupId> others = state.groups()
                .filter(group -> group.type() == type)
                .map(SecurityGroup::id)
                .filter(id -> !eni.groups().contains(id))
                .toList();
        if (others.isEmpty()) {
            ObjectNode step = step("setEntries").put("prefixList", "pl-4");
            step.putArray("entries").add("198.51.100.0/24");
            return step;
        }
        return step("join")
                .put("eni", eni.id().value())
                .put("group", draws.of(others).value());
    }

    private static ObjectNode step(String op) {
        return Json.object().put("op", op);
    }
}
