package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a user asks for, parsed.
///
/// New ids, MAC addresses and the time (in [Details]) come in with the command, so that [Decide] is
/// a function and a command that is decided again makes the same objects.
public sealed interface Command {

    /// @param ipv6Blocks at most one
    record CreateVpc(VpcId id, CidrBlock block, List<CidrBlock> ipv6Blocks, Details details) implements Command {

        public CreateVpc {
            ipv6Blocks = List.copyOf(ipv6Blocks);
        }

        /// A network of IPv4 alone.
        public CreateVpc(VpcId id, CidrBlock block, Details details) {
            this(id, block, List.of(), details);
        }
    }

    record DeleteVpc(VpcId vpc) implements Command {}

    record CreateVSwitch(VSwitchId id, VpcId vpc, CidrBlock block, Ipv6Subnet ipv6, String zone, Details details)
            implements Command {

        /// A subnet of IPv4 alone.
        public CreateVSwitch(VSwitchId id, VpcId vpc, CidrBlock block, String zone, Details details) {
            this(id, vpc, block, new Ipv6Subnet.None(), zone, details);
        }
    }

    record DeleteVSwitch(VSwitchId vSwitch) implements Command {}

    record CreateGroup(SecurityGroupId id, VpcId vpc, GroupType type, Details details) implements Command {}

    record ModifyGroup(SecurityGroupId group, DetailsEdit details) implements Command {}

    record DeleteGroup(SecurityGroupId group) implements Command {}

    record SetIntraGroupPolicy(SecurityGroupId group, IntraGroupPolicy policy) implements Command {}

    /// @param rules in the order in which they are to be listed behind those already there
    record AuthorizeRules(SecurityGroupId group, Direction direction, List<NewRule> rules) implements Command {

        public AuthorizeRules {
            rules = List.copyOf(rules);
        }
    }

    /// Puts another content in the place of a rule, which keeps its id and its place.
    ///
    /// @param expected the rule as the user has seen it, wherever it stands in its list
    /// @param content its id is that of the rule
    record ReplaceRule(Rule expected, NewRule content) implements Command {}

    record RevokeRules(SecurityGroupId group, Direction direction, RuleSelection selection) implements Command {}

    /// Makes like instances in one vSwitch, each with a primary ENI.
    ///
    /// @param address the first instance's; the others get those that follow
    /// @param more that each primary ENI gets
    /// @param secondary in the order in which they are attached
    record RunInstances(
            VSwitchId vSwitch,
            List<SecurityGroupId> groups,
            String machineType,
            AddressRequest address,
            MoreAddresses more,
            List<NewInstance> instances,
            List<SecondaryEni> secondary)
            implements Command {

        public RunInstances {
            groups = List.copyOf(groups);
            instances = List.copyOf(instances);
            secondary = List.copyOf(secondary);
            if (instances.isEmpty()) {
                throw new IllegalArgumentException("no instance to run in vSwitch `" + vSwitch + "`");
            }
        }

        /// Instances with one ENI each, of one address.
        public RunInstances(
                VSwitchId vSwitch,
                List<SecurityGroupId> groups,
                String machineType,
                AddressRequest address,
                List<NewInstance> instances) {
            this(vSwitch, groups, machineType, address, MoreAddresses.NONE, instances, List.of());
        }
    }

    /// Makes one instance, and answers its id alone.
    record CreateInstance(
            VSwitchId vSwitch,
            List<SecurityGroupId> groups,
            String machineType,
            AddressRequest address,
            NewInstance instance)
            implements Command {

        public CreateInstance {
            groups = List.copyOf(groups);
        }
    }

    record ModifyInstance(InstanceId instance, InstanceEdit edit) implements Command {}

    record SetPower(InstanceId instance, Power power) implements Command {}

    /// Deletes all of them, or none.
    record DeleteInstances(List<InstanceId> instances) implements Command {

        public DeleteInstances {
            instances = List.copyOf(instances);
        }
    }

    record DeleteInstance(InstanceId instance) implements Command {}

    /// Makes an ENI that belongs to no instance yet.
    record CreateEni(
            EniId id,
            VSwitchId vSwitch,
            List<SecurityGroupId> groups,
            AddressRequest address,
            MoreAddresses more,
            EniSettings settings,
            Details details)
            implements Command {

        public CreateEni {
            groups = List.copyOf(groups);
        }

        /// An ENI with one address.
        public CreateEni(
                EniId id,
                VSwitchId vSwitch,
                List<SecurityGroupId> groups,
                AddressRequest address,
                EniSettings settings,
                Details details) {
            this(id, vSwitch, groups, address, MoreAddresses.NONE, settings, details);
        }
    }

    record ModifyEni(EniId eni, EniEdit edit) implements Command {}

    /// Makes a free ENI a secondary one of an instance.
    record AttachEni(EniId eni, InstanceId instance) implements Command {}

    record DetachEni(EniId eni, InstanceId instance) implements Command {}

    /// @param family that the answer is about
    record AssignAddresses(EniId eni, AddressFamily family, MoreAddresses more) implements Command {}

    record UnassignAddresses(EniId eni, List<IpAddress> addresses, List<CidrBlock> prefixes) implements Command {

        public UnassignAddresses {
            addresses = List.copyOf(addresses);
            prefixes = List.copyOf(prefixes);
        }
    }

    record DeleteEni(EniId eni) implements Command {}

    /// @param entries note by block, in the order in which they are to be listed; an empty note is
    /// none
    record CreatePrefixList(
            PrefixListId id, AddressFamily family, int entryCountMax, Map<CidrBlock, String> entries, Details details)
            implements Command {

        public CreatePrefixList {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    record ModifyPrefixList(PrefixListId list, EntriesEdit<CidrBlock> entries, DetailsEdit details)
            implements Command {}

    record DeletePrefixList(PrefixListId list) implements Command {}

    /// @param entries as those of a prefix list
    record CreatePortList(PortListId id, int entryCountMax, Map<PortRange, String> entries, Details details)
            implements Command {

        public CreatePortList {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    record ModifyPortList(PortListId list, EntriesEdit<PortRange> entries, DetailsEdit details) implements Command {}

    record DeletePortList(PortListId list) implements Command {}

    /// Changes the labels of all of these objects, or of none.
    record Relabel(List<Id> objects, LabelEdit edit) implements Command {

        public Relabel {
            objects = List.copyOf(objects);
        }
    }

    /// @param ipv6Blocks given to a VPC that has none
    record ModifyVpc(VpcId vpc, DetailsEdit details, List<CidrBlock> ipv6Blocks) implements Command {

        public ModifyVpc {
            ipv6Blocks = List.copyOf(ipv6Blocks);
        }
    }

    /// @param ipv6 given to a vSwitch that has none, or in place of one that no ENI uses
    record ModifyVSwitch(VSwitchId vSwitch, DetailsEdit details, Ipv6Subnet ipv6) implements Command {}

    record AttachGroup(Member member, SecurityGroupId group) implements Command {}

    record DetachGroup(Member member, SecurityGroupId group) implements Command {}
}
