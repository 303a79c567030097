package dev.cordon.bench.classbench;

import dev.cordon.bench.draw.Names;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A rule set as the ingress rules of one ENI, spread over its ten isolated groups.
public final class OneEni {

    private static final int GROUP_COUNT = 10;
    private static final VpcId VPC = new VpcId("vpc-1");
    private static final VSwitchId V_SWITCH = new VSwitchId("vsw-1");
    private static final IpAddress ADDRESS = new V4(10 << 24 | 7);

    private OneEni() {}

    /// Returns the state of an ENI, `Names.eni(0)`, that has these rules and no others.
    public static PolicyState state(RuleSet set) {
        CidrBlock block = CidrBlock.of("10.0.0.0/8");
        List<SecurityGroupId> groups =
                IntStream.range(0, GROUP_COUNT).mapToObj(Names::group).toList();
        List<Entity> entities = new ArrayList<>();
        entities.add(new Vpc(VPC, block, Details.NONE));
        entities.add(new VSwitch(V_SWITCH, VPC, block, "cn-a", Details.NONE));
        groups.forEach(group -> entities.add(group(group)));
        entities.addAll(rules(set, 0));
        entities.add(new Eni(
                Names.eni(0),
                VPC,
                V_SWITCH,
                new Detached(),
                EniAddresses.of(ADDRESS),
                groups,
                EniSettings.DEFAULT,
                Details.NONE));
        return PolicyState.EMPTY.apply(entities.stream().<Change>map(Put::new).toList());
    }

    private static SecurityGroup group(SecurityGroupId id) {
        return new SecurityGroup(
                id, VPC, GroupType.BASIC, IntraGroupPolicy.ISOLATED, Management.CUSTOMER, Details.NONE);
    }

    /// Returns the matches as rules of ten groups, whose order the priorities keep as far as there
    /// are enough of them. One in four drops.
    ///
    /// @param firstGroup index of the first of the groups
    public static List<Rule> rules(RuleSet set, int firstGroup) {
        List<Rule> rules = new ArrayList<>();
        int count = set.matches().size();
        for (int i = 0; i < count; i++) {
            int group = firstGroup + i % GROUP_COUNT;
            int position = i / GROUP_COUNT;
            rules.add(new Rule(
                    Names.rule(group, position),
                    Names.group(group),
                    Direction.INGRESS,
                    set.matches().get(i),
                    i % 4 == 3 ? Action.DROP : Action.ACCEPT,
                    new Priority(1 + (int) (100L * i / count)),
                    position,
                    RuleDetails.NONE));
        }
        return rules;
    }
}
