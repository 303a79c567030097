package dev.cordon.conformance.netns.packets;

import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment;
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
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.Stream;

/// Guests by their numbers, each with an address of both families, and what policy they are under.
final class SmallCloud {

    static final Peer ANYONE = new Peer.Block(CidrBlock.ALL_IPV4);
    static final Peer ANYONE_V6 = new Peer.Block(CidrBlock.ALL_IPV6);

    private static final VpcId VPC = new VpcId("vpc-1");

    private SmallCloud() {}

    static EniId eni(int number) {
        return new EniId("eni-" + number);
    }

    static IpAddress v4(int number) {
        return IpAddress.of("10.0.0." + (number + 1));
    }

    static IpAddress v6(int number) {
        return IpAddress.of("2001:db8::" + (number + 1));
    }

    static Station station(int number) {
        return new Station(v4(number), mac(number));
    }

    static MacAddress mac(int number) {
        return MacAddress.of("02:00:00:00:01:%02x".formatted(number));
    }

    static Eni guest(int number, SecurityGroupId... groups) {
        return new Eni(
                eni(number),
                VPC,
                new VSwitchId("vsw-1"),
                new Attachment.Detached(),
                new EniAddresses(v4(number), List.of(v6(number)), List.of(), List.of()),
                List.of(groups),
                EniSettings.of(mac(number)),
                Details.NONE);
    }

    static SecurityGroup group(SecurityGroupId id, IntraGroupPolicy policy) {
        return new SecurityGroup(id, VPC, GroupType.BASIC, policy, Management.CUSTOMER, Details.NONE);
    }

    static RuleMatch ports(IpProtocol protocol, PortRange ports, Peer peer) {
        return RuleMatch.of(ProtocolMatch.of(protocol), PortMatch.of(ports), peer);
    }

    static RuleMatch everythingOf(Peer peer) {
        return RuleMatch.of(ProtocolMatch.all(), PortMatch.any(), peer);
    }

    static Rule rule(SecurityGroupId group, int number, Direction direction, Action action, RuleMatch match) {
        return new Rule(
                new RuleId("sgr-" + group.value().substring(3) + "-" + number),
                group,
                direction,
                match,
                action,
                Priority.HIGHEST,
                number,
                RuleDetails.NONE);
    }

    static Rule admitting(SecurityGroupId group, int number, RuleMatch match) {
        return rule(group, number, Direction.INGRESS, Action.ACCEPT, match);
    }

    static PolicyState state(Entity... entities) {
        return PolicyState.EMPTY.apply(
                Stream.of(entities).<Change>map(Change.Put::new).toList());
    }
}
