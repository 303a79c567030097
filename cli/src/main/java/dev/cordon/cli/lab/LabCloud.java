package dev.cordon.cli.lab;

import dev.cordon.cli.client.Api;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.cli.lab.Scenario.Call;
import dev.cordon.cli.lab.Scenario.GroupPlan;
import dev.cordon.cli.lab.Scenario.InstancePlan;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.EniId;
import dev.cordon.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A scenario's objects, made through the ECS API, and the ids that they got.
final class LabCloud {

    private static final String ZONE = "cn-hangzhou-h";

    private final Api api;
    private final Map<String, String> groupIds = new HashMap<>();
    private final Map<String, EniId> enis = new HashMap<>();
    private final Map<String, MacAddress> macs = new HashMap<>();
    private final Map<String, InstancePlan> instances = new HashMap<>();

    LabCloud(Api api) {
        this.api = api;
    }

    /// Makes network, groups and instances.
    void build(Scenario scenario) {
        String vpc = id(
                Product.VPC, "CreateVpc", Map.of("CidrBlock", scenario.network().toString()), "VpcId");
        String vSwitch = id(
                Product.VPC,
                "CreateVSwitch",
                Map.of("VpcId", vpc, "CidrBlock", scenario.network().toString(), "ZoneId", ZONE),
                "VSwitchId");
        scenario.groups().forEach(group -> build(group, vpc));
        scenario.instances().forEach(instance -> build(instance, vSwitch));
    }

    private void build(GroupPlan group, String vpc) {
        Map<String, String> parameters =
                Map.of("VpcId", vpc, "SecurityGroupName", group.name(), "SecurityGroupType", group.type());
        String id = id(Product.ECS, "CreateSecurityGroup", parameters, "SecurityGroupId");
        groupIds.put(group.name(), id);
        if (group.type().equals("normal")) {
            call("ModifySecurityGroupPolicy", Map.of("SecurityGroupId", id, "InnerAccessPolicy", group.intraPolicy()));
        }
    }

    private void build(InstancePlan instance, String vSwitch) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "VSwitchId", vSwitch,
                "PrivateIpAddress", instance.address().toString(),
                "InstanceName", instance.name()));
        int index = 1;
        for (String group : instance.groups()) {
            parameters.put("SecurityGroupIds." + index++, groupIds.getOrDefault(group, ""));
        }
        JsonNode made = call("RunInstances", parameters);
        String id = made.path("InstanceIdSets").path("InstanceIdSet").path(0).asString();
        JsonNode found = call("DescribeNetworkInterfaces", Map.of("InstanceId", id));
        JsonNode eni =
                found.path("NetworkInterfaceSets").path("NetworkInterfaceSet").path(0);
        enis.put(instance.name(), new EniId(eni.path("NetworkInterfaceId").asString()));
        macs.put(instance.name(), MacAddress.of(eni.path("MacAddress").asString()));
        instances.put(instance.name(), instance);
    }

    /// Makes a scenario's call, with names replaced by what they stand for.
    void call(Call call) {
        api.call(Product.ECS, call.action(), FlatParameters.of(call.parameters(), this::meant));
    }

    /// A name stands for the id of a group, or for the address of an instance where a block is
    /// wanted.
    private String meant(String parameter, String value) {
        return Optional.ofNullable(groupIds.get(value))
                .or(() -> Optional.ofNullable(instances.get(value))
                        .filter(instance -> parameter.endsWith("CidrIp"))
                        .map(instance -> instance.address() + "/32"))
                .or(() -> Optional.ofNullable(enis.get(value)).map(EniId::value))
                .orElse(value);
    }

    EniId eni(String instance) {
        return Optional.ofNullable(enis.get(instance))
                .orElseThrow(() -> new IllegalStateException("no instance `" + instance + "`"));
    }

    MacAddress mac(String instance) {
        return Optional.ofNullable(macs.get(instance))
                .orElseThrow(() -> new IllegalStateException("no instance `" + instance + "`"));
    }

    InstancePlan instance(String name) {
        return Optional.ofNullable(instances.get(name))
                .orElseThrow(() -> new IllegalStateException("no instance `" + name + "`"));
    }

    /// Returns the name of a group with an id, for people.
    String groupName(String id) {
        return groupIds.entrySet().stream()
                .filter(group -> group.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    /// Returns what policy says of a probe.
    JsonNode explain(String from, String to, Probe probe) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("from", eni(from).value());
        parameters.put("to", eni(to).value());
        parameters.put("protocol", probe.protocol().name());
        parameters.put("port", probe.port() == 0 ? "" : Integer.toString(probe.port()));
        return api.ask("explain", parameters);
    }

    private JsonNode call(String action, Map<String, String> parameters) {
        return api.call(Product.ECS, action, new TreeMap<>(parameters));
    }

    private String id(Product product, String action, Map<String, String> parameters, String field) {
        return api.call(product, action, new TreeMap<>(parameters)).path(field).asString();
    }

    /// Returns the ids as JSON, for the report.
    ObjectNode names() {
        ObjectNode names = Json.object();
        groupIds.forEach(names::put);
        enis.forEach((name, eni) -> names.put(name, eni.value()));
        return names;
    }
}
