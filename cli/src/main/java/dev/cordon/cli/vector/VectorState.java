package dev.cordon.cli.vector;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The state that a vector's `config` describes.
final class VectorState {

    /// Vectors describe the public cloud, where the platform keeps every ENI from sending mail.
    private static final EniSettings MAIL_BLOCKED =
            new EniSettings(EniSettings.DEFAULT.mac(), TrackingTimeouts.DEFAULT, Smtp.BLOCKED);

    private VectorState() {}

    static PolicyState read(JsonNode config) {
        List<Entity> entities = new ArrayList<>();
        config.path("prefixLists").forEach(list -> entities.add(prefixList(list)));
        config.path("portLists").forEach(list -> entities.add(portList(list)));
        for (JsonNode group : config.path("groups")) {
            entities.add(group(group));
            int position = 0;
            for (JsonNode rule : group.path("rules")) {
                entities.add(VectorRule.read(rule, new SecurityGroupId(Fields.text(group, "id")), position++));
            }
        }
        config.path("enis").forEach(eni -> entities.add(eni(eni)));
        return PolicyState.EMPTY.apply(
                entities.stream().<Change>map(Change.Put::new).toList());
    }

    private static SecurityGroup group(JsonNode group) {
        return new SecurityGroup(
                new SecurityGroupId(Fields.text(group, "id")),
                new VpcId(Fields.text(group, "vpc")),
                Fields.text(group, "type").equals("enterprise") ? GroupType.ADVANCED : GroupType.BASIC,
                Fields.text(group, "inner").equals("Accept")
                        ? IntraGroupPolicy.INTERCONNECTED
                        : IntraGroupPolicy.ISOLATED,
                group.path("serviceManaged").asBoolean(false) ? Management.CLOUD_PRODUCT : Management.CUSTOMER,
                Details.NONE);
    }

    private static Eni eni(JsonNode eni) {
        List<IpAddress> addresses = new ArrayList<>();
        Fields.texts(eni, "ips").forEach(ip -> addresses.add(IpAddress.of(ip)));
        Fields.texts(eni, "ipv6").forEach(ip -> addresses.add(IpAddress.of(ip)));
        List<CidrBlock> prefixes =
                Fields.texts(eni, "prefixes").stream().map(CidrBlock::of).toList();
        List<IpAddress> eips = eni.has("eip") ? List.of(IpAddress.of(Fields.text(eni, "eip"))) : List.of();
        Role role = eni.path("primary").asBoolean(true) ? Role.PRIMARY : Role.SECONDARY;
        return new Eni(
                new EniId(Fields.text(eni, "id")),
                new VpcId(Fields.text(eni, "vpc")),
                new VSwitchId("vsw-of-vector"),
                new Attached(new InstanceId(Fields.text(eni, "instance")), role),
                new EniAddresses(addresses.getFirst(), addresses.subList(1, addresses.size()), prefixes, eips),
                Fields.texts(eni, "groups").stream().map(SecurityGroupId::new).toList(),
                MAIL_BLOCKED,
                Details.NONE);
    }

    private static PrefixList prefixList(JsonNode list) {
        return new PrefixList(
                new PrefixListId(Fields.text(list, "id")),
                Fields.text(list, "family").equals("IPv6") ? AddressFamily.IPV6 : AddressFamily.IPV4,
                Fields.number(list, "maxEntries"),
                Fields.texts(list, "entries").stream().map(CidrBlock::of).toList(),
                Details.NONE);
    }

    private static PortList portList(JsonNode list) {
        return new PortList(
                new PortListId(Fields.text(list, "id")),
                Fields.number(list, "maxEntries"),
                Fields.texts(list, "entries").stream().map(VectorRule::ports).toList(),
                Details.NONE);
    }
}
