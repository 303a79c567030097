package dev.cordon.conformance.concurrency;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.model.Chance;
import dev.cordon.wire.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Draws calls on what is known. Rules are drawn from so few values that clients often write or
/// revoke the same one.
final class RandomCalls {

    private static final int GROUP_COUNT_MAX = 150;
    private static final int ENI_COUNT_MAX = 60;
    private static final int PORT_MAX = 12;

    private final CordonClient client;
    private final Known known;
    private final Chance chance;
    private final String prefix;
    private int count;

    /// @param prefix of names and tokens, which no other client has
    RandomCalls(CordonClient client, Known known, Chance chance, String prefix) {
        this.client = client;
        this.known = known;
        this.chance = chance;
        this.prefix = prefix;
    }

    /// Returns a call; every second one has a token.
    Call next() {
        Call call = draw(chance.of(Act.values())).orElseGet(this::createGroup);
        count++;
        return chance.oneIn(2) ? call.withToken(prefix + count) : call;
    }

    private Optional<Call> draw(Act act) {
        return switch (act) {
            case CREATE_GROUP ->
                known.groups().size() < GROUP_COUNT_MAX ? Optional.of(createGroup()) : draw(Act.DELETE_GROUP);
            case DELETE_GROUP -> group().map(group -> call(Act.DELETE_GROUP, Map.of("SecurityGroupId", group), group));
            case AUTHORIZE -> group().map(this::authorize);
            case REVOKE -> group().flatMap(group -> chance.oneIn(2) ? Optional.of(revoke(group)) : revokeById(group));
            case CREATE_ENI ->
                known.enis().size() < ENI_COUNT_MAX ? group().map(this::createEni) : draw(Act.DELETE_ENI);
            case DELETE_ENI ->
                known.enis().draw(chance).map(eni -> call(Act.DELETE_ENI, Map.of("NetworkInterfaceId", eni), eni));
            case JOIN ->
                known.enis().draw(chance).flatMap(eni -> group().map(group -> membership(Act.JOIN, eni, group)));
            case LEAVE -> known.enis().draw(chance).flatMap(this::leave);
        };
    }

    private static Call call(Act act, Map<String, String> parameters, String... about) {
        return Call.of(act, parameters, about);
    }

    private Optional<String> group() {
        return known.groups().draw(chance);
    }

    private Call createGroup() {
        String name = prefix + count;
        return call(Act.CREATE_GROUP, Map.of("VpcId", known.vpc(), "SecurityGroupName", name), name);
    }

    private Call createEni(String group) {
        String name = prefix + count;
        return call(
                Act.CREATE_ENI,
                Map.of("VSwitchId", known.vSwitch(), "SecurityGroupId", group, "NetworkInterfaceName", name),
                name,
                group);
    }

    private static Call membership(Act act, String eni, String group) {
        return call(act, Map.of("SecurityGroupId", group, "NetworkInterfaceId", eni), eni);
    }

    private Optional<Call> leave(String eni) {
        return any(read("DescribeNetworkInterfaceAttribute", "NetworkInterfaceId", eni)
                        .at("/SecurityGroupIds/SecurityGroupId"))
                .map(group -> membership(Act.LEAVE, eni, group.asString()));
    }

    private Call authorize(String group) {
        return call(Act.AUTHORIZE, rule(group));
    }

    private Call revoke(String group) {
        return call(Act.REVOKE, rule(group));
    }

    private Map<String, String> rule(String group) {
        int port = chance.between(1, PORT_MAX);
        Map<String, String> rule =
                new TreeMap<>(Map.of("SecurityGroupId", group, "IpProtocol", "tcp", "PortRange", port + "/" + port));
        Optional<String> peer = chance.oneIn(4) ? group().filter(id -> !id.equals(group)) : Optional.empty();
        peer.ifPresentOrElse(
                id -> rule.put("SourceGroupId", id), () -> rule.put("SourceCidrIp", "192.0.2." + port + "/32"));
        return rule;
    }

    private Optional<Call> revokeById(String group) {
        return any(read("DescribeSecurityGroupAttribute", "SecurityGroupId", group)
                        .at("/Permissions/Permission"))
                .map(rule -> rule.path("SecurityGroupRuleId").asString())
                .map(rule -> call(Act.REVOKE, Map.of("SecurityGroupId", group, "SecurityGroupRuleId.1", rule), rule));
    }

    private Optional<JsonNode> any(JsonNode list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(chance.between(0, list.size() - 1)));
    }

    /// Returns what is told of an object; nothing if it has gone meanwhile.
    private JsonNode read(String action, String field, String id) {
        try {
            return client.call(Product.ECS, action, new TreeMap<>(Map.of(field, id)));
        } catch (CliException failed) {
            if (failed.getMessage().matches("(?s)Invalid(SecurityGroup|Eni)Id[.]NotFound:.*")) {
                return Json.object();
            }
            throw failed;
        }
    }
}
