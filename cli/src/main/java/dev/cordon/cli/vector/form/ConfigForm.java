package dev.cordon.cli.vector.form;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The state that a vector's `config` describes.
///
/// Vectors leave out what policy never looks at. VPCs, vSwitches and instances that are only named
/// are made, so that every reference in the state leads somewhere. A config may also be an exported
/// state, which leaves nothing out; its field `v` tells it.
public final class ConfigForm {

    private ConfigForm() {}

    public static PolicyState read(JsonNode config) {
        return read(config, Set.of());
    }

    /// @param vpcs to be there even if no object of the vector is in them
    public static PolicyState read(JsonNode config, Set<String> vpcs) {
        return config.has("v") ? exported(config) : described(config, vpcs);
    }

    private static PolicyState exported(JsonNode config) {
        return switch (StateForm.read(config)) {
            case Parsed.Ok<StateAt>(StateAt read) -> read.state();
            case Parsed.Bad<StateAt>(String problem) -> throw new UnreadableVectorException(problem);
        };
    }

    private static PolicyState described(JsonNode config, Set<String> vpcs) {
        List<Entity> entities = new ArrayList<>(network(config, vpcs));
        config.path("prefixLists").forEach(list -> entities.add(prefixList(list)));
        config.path("portLists").forEach(list -> entities.add(portList(list)));
        for (JsonNode group : config.path("groups")) {
            entities.add(group(group));
            int position = 0;
            for (JsonNode rule : group.path("rules")) {
                entities.add(RuleForm.read(rule, new SecurityGroupId(Fields.text(group, "id")), position++));
            }
        }
        config.path("enis").forEach(eni -> entities.add(EniForm.read(eni)));
        return PolicyState.EMPTY.apply(
                entities.stream().<Change>map(Change.Put::new).toList());
    }

    /// Returns the VPCs that are named, a vSwitch in each, and the instances.
    private static List<Entity> network(JsonNode config, Set<String> alsoVpcs) {
        TreeSet<String> vpcs = new TreeSet<>(alsoVpcs);
        config.path("groups").forEach(group -> vpcs.add(Fields.text(group, "vpc")));
        config.path("enis").forEach(eni -> vpcs.add(Fields.text(eni, "vpc")));
        List<Entity> entities = new ArrayList<>();
        for (String id : vpcs) {
            VpcId vpc = new VpcId(id);
            entities.add(new Vpc(vpc, CidrBlock.ALL_IPV4, Details.NONE));
            entities.add(new VSwitch(vSwitchOf(id), vpc, CidrBlock.ALL_IPV4, "zone", Details.NONE));
        }
        Map<String, String> vpcByInstance = new LinkedHashMap<>();
        config.path("enis")
                .forEach(eni -> vpcByInstance.putIfAbsent(Fields.text(eni, "instance"), Fields.text(eni, "vpc")));
        vpcByInstance.forEach((id, vpc) ->
                entities.add(new Instance(new InstanceId(id), new VpcId(vpc), "ecs.g7.large", "", Details.NONE)));
        return entities;
    }

    static VSwitchId vSwitchOf(String vpc) {
        return new VSwitchId("vsw-of-" + vpc);
    }

    private static SecurityGroup group(JsonNode group) {
        return new SecurityGroup(
                new SecurityGroupId(Fields.text(group, "id")),
                new VpcId(Fields.text(group, "vpc")),
                Fields.text(group, "type").equalsIgnoreCase("enterprise") ? GroupType.ADVANCED : GroupType.BASIC,
                intraGroupPolicy(Fields.text(group, "inner")),
                management(group),
                Details.NONE);
    }

    public static IntraGroupPolicy intraGroupPolicy(String text) {
        return text.equalsIgnoreCase("Accept") ? IntraGroupPolicy.INTERCONNECTED : IntraGroupPolicy.ISOLATED;
    }

    private static Management management(JsonNode group) {
        if (group.path("serviceManaged").asBoolean(false)) {
            return Management.CLOUD_PRODUCT;
        }
        return group.path("deletionProtection").asBoolean(false) ? Management.CUSTOMER_PROTECTED : Management.CUSTOMER;
    }

    private static PrefixList prefixList(JsonNode list) {
        return new PrefixList(
                new PrefixListId(Fields.text(list, "id")),
                Fields.text(list, "family").equalsIgnoreCase("IPv6") ? AddressFamily.IPV6 : AddressFamily.IPV4,
                Fields.number(list, "maxEntries"),
                blocks(list),
                Details.NONE);
    }

    /// Returns the blocks of a list or of a step that changes it.
    public static List<CidrBlock> blocks(JsonNode list) {
        return Fields.texts(list, "entries").stream().map(CidrBlock::of).toList();
    }

    private static PortList portList(JsonNode list) {
        return new PortList(
                new PortListId(Fields.text(list, "id")),
                Fields.number(list, "maxEntries"),
                Fields.texts(list, "entries").stream().map(RuleForm::ports).toList(),
                Details.NONE);
    }
}
