package dev.cordon.wire.state;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Attachment.Role;
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
import dev.cordon.model.policy.Labels;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.OnRelease;
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
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.SourceDestCheck;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One object of each kind and each case, whose values are all different, and which hang together.
final class Samples {

    static final VpcId VPC_ID = new VpcId("vpc-1");
    static final SecurityGroupId WEB_ID = new SecurityGroupId("sg-web");
    static final SecurityGroupId BASTION_ID = new SecurityGroupId("sg-bastion");
    static final PrefixListId OFFICE_ID = new PrefixListId("pl-office");
    static final PortListId MAIL_ID = new PortListId("prl-mail");
    static final Instant AT = Instant.parse("2026-03-04T05:06:00Z");

    static final Vpc VPC = new Vpc(VPC_ID, CidrBlock.of("10.0.0.0/8"), details("main", 1));
    static final VSwitch V_SWITCH =
            new VSwitch(new VSwitchId("vsw-1"), VPC_ID, CidrBlock.of("10.1.0.0/16"), "cn-hangzhou-i", details("", 2));
    static final PrefixList OFFICE = new PrefixList(
            OFFICE_ID,
            AddressFamily.IPV6,
            7,
            List.of(CidrBlock.of("2001:db8:7::/48"), CidrBlock.of("2001:db8::9")),
            details("office", 3));
    static final PortList MAIL = new PortList(
            MAIL_ID, 5, List.of(new PortRange(465, 465), new PortRange(993, 995), PortRange.ANY), details("mail", 4));
    static final SecurityGroup WEB = new SecurityGroup(
            WEB_ID,
            VPC_ID,
            GroupType.BASIC,
            IntraGroupPolicy.ISOLATED,
            Management.CUSTOMER,
            new Details("web", "前端 \"edge\" \\ 🛡", AT.plusSeconds(5)));
    static final SecurityGroup BASTION = new SecurityGroup(
            BASTION_ID,
            VPC_ID,
            GroupType.ADVANCED,
            IntraGroupPolicy.INTERCONNECTED,
            Management.CLOUD_PRODUCT,
            details("bastion", 6));

    static final Rule FROM_GROUP = new Rule(
            new RuleId("sgr-1"),
            WEB_ID,
            Direction.INGRESS,
            RuleMatch.of(ProtocolMatch.of(IpProtocol.TCP), port(22), new Peer.Group(BASTION_ID)),
            Action.ACCEPT,
            new Priority(1),
            3,
            new RuleDetails("", "", "ssh from the bastion", AT.plusSeconds(7)));
    static final Rule FIVE_TUPLE = new Rule(
            new RuleId("sgr-2"),
            WEB_ID,
            Direction.EGRESS,
            new RuleMatch(
                    ProtocolMatch.of(IpProtocol.UDP),
                    new PortMatch.Listed(MAIL_ID),
                    new PortRange(1024, 2047),
                    new Peer.Block(CidrBlock.of("192.0.2.0/24")),
                    new LocalSide.Block(CidrBlock.of("10.1.0.4/32"))),
            Action.DROP,
            new Priority(100),
            2,
            new RuleDetails("192.0.2.9/24", "10.1.0.4", "", AT.plusSeconds(8)));
    static final Rule FROM_LIST = new Rule(
            new RuleId("sgr-3"),
            BASTION_ID,
            Direction.INGRESS,
            RuleMatch.of(ProtocolMatch.of(new IpProtocol(132)), PortMatch.any(), new Peer.Listed(OFFICE_ID)),
            Action.ACCEPT,
            new Priority(110),
            1,
            new RuleDetails("", "", "sctp", AT.plusSeconds(9)));
    static final Rule ALL = new Rule(
            new RuleId("sgr-4"),
            BASTION_ID,
            Direction.EGRESS,
            RuleMatch.of(ProtocolMatch.all(), PortMatch.any(), new Peer.Block(CidrBlock.ALL_IPV6)),
            Action.ACCEPT,
            new Priority(50),
            4,
            new RuleDetails("::/0", "", "", AT.plusSeconds(10)));

    static final Instance INSTANCE =
            new Instance(new InstanceId("i-1"), VPC_ID, "ecs.g7.large", "web01", details("server", 11));
    static final Eni ENI = new Eni(
            new EniId("eni-1"),
            VPC_ID,
            V_SWITCH.id(),
            new Attached(INSTANCE.id(), Role.PRIMARY),
            new EniAddresses(
                    IpAddress.of("10.1.0.4"),
                    List.of(IpAddress.of("10.1.0.5"), IpAddress.of("2001:db8:1::4")),
                    List.of(CidrBlock.of("10.1.8.0/28"), CidrBlock.of("2001:db8:1:2::/80")),
                    List.of(IpAddress.of("203.0.113.4"))),
            List.of(WEB_ID, BASTION_ID),
            new EniSettings(
                    MacAddress.of("00:16:3e:0a:0b:0c"),
                    new TrackingTimeouts(Duration.ofSeconds(300), Duration.ofSeconds(15), Duration.ofSeconds(60)),
                    Smtp.BLOCKED),
            details("eth0", 12));
    static final Eni BARE_ENI = new Eni(
            new EniId("eni-2"),
            VPC_ID,
            V_SWITCH.id(),
            new Detached(),
            EniAddresses.of(IpAddress.of("10.1.0.6")),
            List.of(),
            EniSettings.of(MacAddress.of("00:16:3e:0a:0b:0d")),
            Details.NONE);

    static final Vpc DUAL_VPC = new Vpc(
            new VpcId("vpc-2"),
            CidrBlock.of("172.16.0.0/12"),
            List.of(CidrBlock.of("2001:db8:2::/56")),
            labelled("dual", 13));
    static final VSwitch DUAL_V_SWITCH = new VSwitch(
            new VSwitchId("vsw-2"),
            DUAL_VPC.id(),
            CidrBlock.of("172.16.1.0/24"),
            List.of(CidrBlock.of("2001:db8:2:7::/64")),
            "cn-hangzhou-j",
            Details.NONE);
    static final PrefixList NOTED_PREFIXES = new PrefixList(
            new PrefixListId("pl-noted"),
            AddressFamily.IPV4,
            9,
            List.of(CidrBlock.of("198.51.100.0/24"), CidrBlock.of("192.0.2.0/24")),
            Map.of(CidrBlock.of("192.0.2.0/24"), "the office"),
            Details.NONE);
    static final PortList NOTED_PORTS = new PortList(
            new PortListId("prl-noted"),
            8,
            List.of(PortRange.ANY, new PortRange(8080, 8081)),
            Map.of(PortRange.ANY, "all of it"),
            Details.NONE);
    static final Instance STOPPED = new Instance(
            new InstanceId("i-2"), VPC_ID, "ecs.c7.large", "", Power.STOPPED, Deletion.PROTECTED, Details.NONE);
    static final Eni SET_ENI = new Eni(
            new EniId("eni-3"),
            VPC_ID,
            V_SWITCH.id(),
            new Detached(),
            EniAddresses.of(IpAddress.of("10.1.0.7")),
            List.of(),
            new EniSettings(
                    MacAddress.of("00:16:3e:0a:0b:0e"),
                    TrackingTimeouts.DEFAULT,
                    Smtp.UNBLOCKED,
                    OnRelease.DELETED,
                    SourceDestCheck.ON),
            Details.NONE);

    private Samples() {}

    static Stream<Entity> all() {
        return Stream.of(
                VPC,
                V_SWITCH,
                OFFICE,
                MAIL,
                WEB,
                BASTION,
                FROM_GROUP,
                FIVE_TUPLE,
                FROM_LIST,
                ALL,
                INSTANCE,
                ENI,
                BARE_ENI,
                DUAL_VPC,
                DUAL_V_SWITCH,
                NOTED_PREFIXES,
                NOTED_PORTS,
                STOPPED,
                SET_ENI);
    }

    static PolicyState state() {
        PolicyState state = PolicyState.EMPTY;
        for (Entity entity : all().toList()) {
            state = state.apply(new Put(entity));
        }
        return state;
    }

    private static PortMatch port(int port) {
        return PortMatch.of(PortRange.of(port));
    }

    private static Details labelled(String name, int seconds) {
        return details(name, seconds).with(Labels.of("rg-7", Map.of("team", "网络", "env", "")));
    }

    private static Details details(String name, int seconds) {
        return new Details(name, "", AT.plusSeconds(seconds));
    }
}
