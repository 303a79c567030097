package dev.cordon.bench.workload;

import dev.cordon.bench.classbench.OneEni;
import dev.cordon.bench.classbench.RuleSet;
import dev.cordon.bench.classbench.RuleShape;
import dev.cordon.bench.draw.Names;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.Arrays;
import java.util.List;

/// A generated network: its state, and what the generator knows about it.
///
/// @param busiestRules the rules of the ENI that has the most
public record Network(WorkloadSize size, Memberships memberships, RuleSet busiestRules, PolicyState state) {

    public static final int BUSIEST_RULE_COUNT = 1_000;

    private static final VpcId VPC = new VpcId("vpc-1");
    private static final int ENIS_OF_V_SWITCH = 4_096;

    public static Network of(WorkloadSize size) {
        Memberships memberships = new Memberships(size);
        GroupRules groupRules = new GroupRules(memberships, size.seed() + 1);
        RuleSet busiestRules = RuleSet.of(RuleShape.SG, BUSIEST_RULE_COUNT, size.seed() + 2);
        Builder builder = new Builder();
        builder.put(new Vpc(VPC, CidrBlock.of("10.0.0.0/8"), Details.NONE));
        for (int first = 0; first < size.eniCount(); first += ENIS_OF_V_SWITCH) {
            CidrBlock block = Addresses.block(Addresses.v4(first), 20);
            builder.put(new VSwitch(vSwitch(first), VPC, block, "cn-a", Details.NONE));
        }
        groupRules.prefixLists().forEach(builder::put);
        groupRules.portLists().forEach(builder::put);
        for (int group = 0; group < size.groupCount(); group++) {
            builder.put(group(group, memberships));
            if (group < memberships.busiestGroup()) {
                groupRules.of(group).forEach(builder::put);
            }
        }
        OneEni.rules(busiestRules, memberships.busiestGroup()).forEach(builder::put);
        for (int eni = 0; eni < size.eniCount(); eni++) {
            builder.put(eni(eni, memberships));
        }
        return new Network(size, memberships, busiestRules, builder.state);
    }

    private static final class Builder {
        private PolicyState state = PolicyState.EMPTY;

        void put(Entity entity) {
            state = state.apply(new Put(entity));
        }
    }

    private static VSwitchId vSwitch(int eni) {
        return new VSwitchId("vsw-" + eni / ENIS_OF_V_SWITCH);
    }

    /// Every second basic group interconnects its members; those of the busiest ENI do not.
    private static SecurityGroup group(int group, Memberships memberships) {
        boolean isBasic = !memberships.isAdvanced(group);
        boolean interconnects = isBasic && group % 2 == 0 && group < memberships.busiestGroup();
        return new SecurityGroup(
                Names.group(group),
                VPC,
                isBasic ? GroupType.BASIC : GroupType.ADVANCED,
                interconnects ? IntraGroupPolicy.INTERCONNECTED : IntraGroupPolicy.ISOLATED,
                Management.CUSTOMER,
                Details.NONE);
    }

    private static Eni eni(int eni, Memberships memberships) {
        List<SecurityGroupId> groups =
                Arrays.stream(memberships.groupsOf(eni)).mapToObj(Names::group).toList();
        return new Eni(
                Names.eni(eni),
                VPC,
                vSwitch(eni),
                new Detached(),
                Addresses.of(eni),
                groups,
                EniSettings.DEFAULT,
                Details.NONE);
    }
}
