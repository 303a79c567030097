package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.PortListId;
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

    record CreateVpc(VpcId id, CidrBlock block, Details details) implements Command {}

    record DeleteVpc(VpcId vpc) implements Command {}

    record CreateVSwitch(VSwitchId id, VpcId vpc, CidrBlock block, String zone, Details details) implements Command {}

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
    record RunInstances(
            VSwitchId vSwitch,
            List<SecurityGroupId> groups,
            String machineType,
            AddressRequest address,
            List<NewInstance> instances)
            implements Command {

        public RunInstances {
            groups = List.copyOf(groups);
            instances = List.copyOf(instances);
            if (instances.isEmpty()) {
                throw new IllegalArgumentException("no instance to run in vSwitch `" + vSwitch + "`");
            }
        }
    }

    record DeleteInstance(InstanceId instance) implements Command {}

    /// Makes an ENI that belongs to no instance yet.
    record CreateEni(
            EniId id,
            VSwitchId vSwitch,
            List<SecurityGroupId> groups,
            AddressRequest address,
            EniSettings settings,
            Details details)
            implements Command {

        public CreateEni {
            groups = List.copyOf(groups);
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

    record AttachGroup(Member member, SecurityGroupId group) implements Command {}

    record DetachGroup(Member member, SecurityGroupId group) implements Command {}
}
