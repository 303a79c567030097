package dev.cordon.cli.bench.api;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is in the state before the first call: groups with a few rules each, and ENIs of which each
/// is in two groups.
record Crowd(int groupCount, int eniCount) {

    private static final VpcId VPC = new VpcId("vpc-crowd");
    private static final CidrBlock VPC_BLOCK = CidrBlock.of("10.0.0.0/8");
    private static final int V_SWITCH_LENGTH_BITS = 20;
    private static final int ENIS_OF_V_SWITCH = 4_000;
    private static final int RULES_OF_GROUP = 8;

    /// Addresses at the start of a vSwitch that ECS keeps for itself, rounded up.
    private static final int FIRST_HOST = 16;

    static SecurityGroupId group(int number) {
        return new SecurityGroupId("sg-crowd" + number);
    }

    /// Returns all objects, each after what it refers to.
    Stream<Entity> objects() {
        Stream<Entity> networks = Stream.concat(
                Stream.of(new Vpc(VPC, VPC_BLOCK, Details.NONE)),
                IntStream.range(0, Math.ceilDiv(eniCount, ENIS_OF_V_SWITCH)).mapToObj(Crowd::vSwitch));
        Stream<Entity> groups = IntStream.range(0, groupCount)
                .boxed()
                .flatMap(number -> Stream.concat(Stream.of(securityGroup(number)), rules(number)));
        return Stream.concat(
                Stream.concat(networks, groups), IntStream.range(0, eniCount).mapToObj(this::eni));
    }

    private static VSwitchId vSwitchId(int number) {
        return new VSwitchId("vsw-crowd" + number);
    }

    private static VSwitch vSwitch(int number) {
        CidrBlock block = new CidrBlock(address(number, 0), V_SWITCH_LENGTH_BITS);
        return new VSwitch(vSwitchId(number), VPC, block, "cn-hangzhou-a", Details.NONE);
    }

    private static IpAddress address(int vSwitch, int host) {
        return new IpAddress.V4(10 << 24 | vSwitch << 32 - V_SWITCH_LENGTH_BITS | host);
    }

    private static SecurityGroup securityGroup(int number) {
        return new SecurityGroup(
                group(number), VPC, GroupType.BASIC, IntraGroupPolicy.ISOLATED, Management.CUSTOMER, Details.NONE);
    }

    private static Stream<Rule> rules(int group) {
        return IntStream.range(0, RULES_OF_GROUP).mapToObj(number -> rule(group, number));
    }

    private static Rule rule(int group, int number) {
        RuleMatch match = RuleMatch.of(
                ProtocolMatch.of(IpProtocol.TCP),
                new PortMatch.Range(new PortRange(8_000 + number, 8_000 + number)),
                new Peer.Block(CidrBlock.of("192.0.2.0/24")));
        return new Rule(
                new RuleId("sgr-crowd" + group + "x" + number),
                group(group),
                Direction.INGRESS,
                match,
                Action.ACCEPT,
                Priority.HIGHEST,
                number,
                RuleDetails.NONE);
    }

    private Eni eni(int number) {
        int vSwitch = number / ENIS_OF_V_SWITCH;
        return new Eni(
                new EniId("eni-crowd" + number),
                VPC,
                vSwitchId(vSwitch),
                new Detached(),
                EniAddresses.of(address(vSwitch, FIRST_HOST + number % ENIS_OF_V_SWITCH)),
                List.of(group(number % groupCount), group((number + 1) % groupCount)),
                EniSettings.DEFAULT,
                Details.NONE);
    }
}
