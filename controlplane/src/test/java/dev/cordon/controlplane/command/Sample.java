package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The state that the tests of this package start from, and short names for what is in it.
///
/// `vpc-1` holds `vsw-1`, the tiny `vsw-2`, the groups `sg-web`, `sg-db` (whose rule names
/// `sg-idle`), `sg-idle`, the advanced `sg-adv`, the managed `sg-prod` and the protected
/// `sg-kept` with two rules. `i-1` has the primary `eni-1` in `sg-web` and the secondary `eni-2` in
/// `sg-web` and `sg-db`; `eni-3` is free and in `sg-web` and `sg-db`; `eni-4` is free and in
/// `sg-adv`, as is `eni-8` of the stopped and protected `i-kept`; `eni-5` and `eni-6` are free in
/// other vSwitches. `vpc-2` holds `sg-far` alone, whose rule names `pl-6`; `vpc-3` holds nothing.
final class Sample {

    static final Details MADE = new Details("made", "by a test", Instant.parse("2026-05-06T07:08:09Z"));

    static final RuleMatch SSH = tcp(22, block("192.0.2.0/24"));
    static final RuleMatch DNS = tcp(53, block("198.51.100.53"));

    static final PolicyState STATE = state(Stream.<Entity>of(
            new Vpc(vpc(1), CidrBlock.of("10.0.0.0/8"), MADE),
            new Vpc(vpc(2), CidrBlock.of("172.16.0.0/12"), MADE),
            new Vpc(vpc(3), CidrBlock.of("192.168.0.0/16"), MADE),
            new VSwitch(vSwitch(1), vpc(1), CidrBlock.of("10.1.0.0/24"), "zone-b", MADE),
            new VSwitch(vSwitch(2), vpc(1), CidrBlock.of("10.2.0.8/29"), "zone-c", MADE),
            new PrefixList(new PrefixListId("pl-4"), AddressFamily.IPV4, 10, List.of(), MADE),
            new PrefixList(new PrefixListId("pl-6"), AddressFamily.IPV6, 12, List.of(), MADE),
            new PortList(new PortListId("prl-1"), 7, List.of(), MADE),
            new VSwitch(vSwitch(4), vpc(1), CidrBlock.of("10.3.0.0/24"), "zone-c", MADE),
            new VSwitch(vSwitch(3), vpc(2), CidrBlock.of("172.16.0.0/24"), "zone-b", MADE),
            group("sg-web", 1, GroupType.BASIC, Management.CUSTOMER),
            group("sg-db", 1, GroupType.BASIC, Management.CUSTOMER),
            group("sg-idle", 1, GroupType.BASIC, Management.CUSTOMER),
            group("sg-adv", 1, GroupType.ADVANCED, Management.CUSTOMER),
            group("sg-prod", 1, GroupType.BASIC, Management.CLOUD_PRODUCT),
            group("sg-kept", 1, GroupType.BASIC, Management.CUSTOMER_PROTECTED),
            group("sg-far", 2, GroupType.BASIC, Management.CUSTOMER),
            rule("sgr-ssh", "sg-web", 1, SSH),
            rule("sgr-dns", "sg-kept", 2, DNS),
            rule("sgr-ntp", "sg-kept", 3, SSH),
            rule("sgr-ref", "sg-db", 4, ofAll(peerGroup("sg-idle"))),
            rule("sgr-list", "sg-far", 5, ofAll(listed("pl-6"))),
            new Instance(new InstanceId("i-1"), vpc(1), "ecs.g7.large", "host-1", MADE),
            new Instance(
                    new InstanceId("i-kept"),
                    vpc(1),
                    "ecs.c7.large",
                    "host-2",
                    Power.STOPPED,
                    Deletion.PROTECTED,
                    MADE),
            far(8, 1, 4, "10.3.0.8", "sg-adv").with(attached("i-kept", Attachment.Role.PRIMARY)),
            eni(1, "10.1.0.1", attached("i-1", Attachment.Role.PRIMARY), "sg-web"),
            eni(2, "10.1.0.3", attached("i-1", Attachment.Role.SECONDARY), "sg-web", "sg-db"),
            eni(3, "10.1.0.4", new Attachment.Detached(), "sg-web", "sg-db"),
            eni(4, "10.1.0.5", new Attachment.Detached(), "sg-adv"),
            far(5, 2, 3, "172.16.0.7", "sg-far"),
            far(6, 1, 4, "10.3.0.12", "sg-adv")));

    private Sample() {}

    static PolicyState state(Stream<Entity> entities) {
        return PolicyState.EMPTY.apply(entities.<Change>map(Change.Put::new).toList());
    }

    static PolicyState with(Entity... entities) {
        return STATE.apply(Arrays.stream(entities).<Change>map(Change.Put::new).toList());
    }

    static VpcId vpc(int number) {
        return new VpcId("vpc-" + number);
    }

    static VSwitchId vSwitch(int number) {
        return new VSwitchId("vsw-" + number);
    }

    static EniId eniId(int number) {
        return new EniId("eni-" + number);
    }

    static SecurityGroupId sg(String name) {
        return new SecurityGroupId("sg-" + name);
    }

    static SecurityGroup group(String id, int vpc, GroupType type, Management management) {
        IntraGroupPolicy policy = type == GroupType.BASIC ? IntraGroupPolicy.INTERCONNECTED : IntraGroupPolicy.ISOLATED;
        return new SecurityGroup(new SecurityGroupId(id), vpc(vpc), type, policy, management, MADE);
    }

    static Rule rule(String id, String group, int position, RuleMatch match) {
        return new Rule(
                new RuleId(id),
                new SecurityGroupId(group),
                Direction.INGRESS,
                match,
                Action.ACCEPT,
                Priority.HIGHEST,
                position,
                RuleDetails.NONE);
    }

    static NewRule newRule(String id, RuleMatch match) {
        return new NewRule(new RuleId(id), match, Action.ACCEPT, Priority.HIGHEST, RuleDetails.NONE);
    }

    static RuleMatch tcp(int port, Peer peer) {
        return RuleMatch.of(ProtocolMatch.of(IpProtocol.TCP), PortMatch.of(PortRange.of(port)), peer);
    }

    static RuleMatch ofAll(Peer peer) {
        return RuleMatch.of(ProtocolMatch.all(), PortMatch.any(), peer);
    }

    static Peer block(String text) {
        return new Peer.Block(CidrBlock.of(text));
    }

    static Peer peerGroup(String id) {
        return new Peer.Group(new SecurityGroupId(id));
    }

    static Peer listed(String id) {
        return new Peer.Listed(new PrefixListId(id));
    }

    static Attachment attached(String instance, Attachment.Role role) {
        return new Attachment.Attached(new InstanceId(instance), role);
    }

    static Eni eni(int number, String address, Attachment attachment, String... groups) {
        return new Eni(
                eniId(number),
                vpc(1),
                vSwitch(1),
                attachment,
                EniAddresses.of(IpAddress.of(address)),
                Arrays.stream(groups).map(SecurityGroupId::new).toList(),
                EniSettings.of(MacAddress.of("02:00:00:00:00:0" + number)),
                MADE);
    }

    /// Returns a free ENI of another VPC or vSwitch.
    private static Eni far(int number, int vpc, int vSwitch, String address, String group) {
        return new Eni(
                eniId(number),
                vpc(vpc),
                vSwitch(vSwitch),
                new Attachment.Detached(),
                EniAddresses.of(IpAddress.of(address)),
                List.of(new SecurityGroupId(group)),
                EniSettings.of(MacAddress.of("02:00:00:00:00:0" + number)),
                MADE);
    }

    static NewInstance newInstance(int number) {
        return new NewInstance(
                new InstanceId("i-" + number),
                new EniId("eni-of-" + number),
                EniSettings.of(MacAddress.of("02:00:00:00:01:0" + number)),
                "host-" + number,
                MADE);
    }
}
