package dev.cordon.model;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Deletion;
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
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.SourceDestCheck;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A random VPC with all that is in it.
final class RandomVpc {

    private static final int GROUP_COUNT_MAX = 4;
    private static final int ENI_COUNT_MAX = 5;
    private static final int RULE_COUNT_MAX = 6;
    private static final int SOME_RULES_MAX = 20;
    private static final int MANY_RULES_MAX = 150;
    private static final int GROUPS_OF_ENI_MAX = 3;

    /// As many as an ENI may be in.
    private static final int MANY_GROUPS_MAX = 10;

    private final Chance chance;
    private final RandomLists lists;
    private final int number;
    private final VpcId vpc;
    private final List<VSwitch> vSwitches;
    private final List<SecurityGroup> groups;
    private final List<Instance> instances;

    RandomVpc(Chance chance, RandomLists lists, int number) {
        this.chance = chance;
        this.lists = lists;
        this.number = number;
        this.vpc = new VpcId("vpc-" + number);
        this.vSwitches = some(2, this::vSwitch);
        this.groups = chance.oneIn(24) ? listed(MANY_GROUPS_MAX, this::group) : some(GROUP_COUNT_MAX, this::group);
        this.instances = some(2, this::instance);
    }

    private static <T> List<T> listed(int count, IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    private <T> List<T> some(int countMax, IntFunction<T> each) {
        return listed(chance.between(1, countMax), each);
    }

    List<Entity> entities() {
        List<Entity> all = new ArrayList<>();
        all.add(new Vpc(vpc, CidrBlock.of("10.0.0.0/16"), lists.details(vpc.value())));
        all.addAll(vSwitches);
        all.addAll(groups);
        RandomRules rules = new RandomRules(chance, lists, groups);
        groups.forEach(group -> all.addAll(rules.of(group, ruleCount())));
        all.addAll(instances);
        all.addAll(listed(chance.between(0, ENI_COUNT_MAX), this::eni));
        return all;
    }

    /// Few rules mostly, and now and then so many that readers go about them in another way: more
    /// than can be walked in a line, or than the groups of an ENI can have apart.
    private int ruleCount() {
        int most = chance.oneIn(12) ? chance.of(SOME_RULES_MAX, MANY_RULES_MAX) : RULE_COUNT_MAX;
        return most == RULE_COUNT_MAX ? chance.between(0, most) : chance.between(RULE_COUNT_MAX, most);
    }

    private String name(String prefix, int index) {
        return prefix + "-" + number + "-" + (index + 1);
    }

    private VSwitch vSwitch(int index) {
        String id = name("vsw", index);
        CidrBlock block = CidrBlock.of("10.0." + index + ".0/24");
        return new VSwitch(new VSwitchId(id), vpc, block, chance.of("cn-a", "cn-b"), lists.details(id));
    }

    private SecurityGroup group(int index) {
        String id = name("sg", index);
        return new SecurityGroup(
                new SecurityGroupId(id),
                vpc,
                chance.oneIn(4) ? GroupType.ADVANCED : GroupType.BASIC,
                chance.of(IntraGroupPolicy.values()),
                chance.oneIn(8) ? Management.CLOUD_PRODUCT : Management.CUSTOMER,
                lists.details(id));
    }

    private Instance instance(int index) {
        String id = name("i", index);
        return new Instance(
                new InstanceId(id),
                vpc,
                "ecs.g7.large",
                chance.oneIn(2) ? "" : "host" + index,
                chance.of(Power.values()),
                chance.of(Deletion.values()),
                lists.details(id));
    }

    private Eni eni(int index) {
        String id = name("eni", index);
        int vSwitch = chance.between(0, vSwitches.size() - 1);
        return new Eni(
                new EniId(id),
                vpc,
                vSwitches.get(vSwitch).id(),
                attachment(),
                addresses(vSwitch, index),
                memberships(),
                settings(index),
                lists.details(id));
    }

    private Attachment attachment() {
        return chance.oneIn(4)
                ? new Detached()
                : new Attached(chance.of(instances).id(), chance.of(Role.values()));
    }

    /// Each ENI has its own few addresses of the vSwitch, side by side with those of the next.
    private EniAddresses addresses(int vSwitch, int index) {
        List<IpAddress> others = List.of(
                IpAddress.of("10.0." + vSwitch + "." + (2 * index + 1)),
                IpAddress.of("2001:db8:0:" + vSwitch + "::" + (2 * index)),
                IpAddress.of("2001:db8:0:" + vSwitch + "::" + (2 * index + 1)));
        List<CidrBlock> prefixes = List.of(
                CidrBlock.of("10.0." + vSwitch + "." + (16 + 4 * index) + "/30"),
                CidrBlock.of("2001:db8:0:" + vSwitch + ":" + (1 + index) + "::/80"));
        return new EniAddresses(
                IpAddress.of("10.0." + vSwitch + "." + 2 * index),
                chance.some(others, others.size()),
                chance.oneIn(2) ? List.of() : chance.some(prefixes, prefixes.size()),
                chance.oneIn(2) ? List.of() : List.of(IpAddress.of("203.0.113." + (10 * number + index))));
    }

    /// Draws groups in any order: mostly of one type, as commands see to it.
    private List<SecurityGroupId> memberships() {
        if (chance.oneIn(12)) {
            return List.of();
        }
        GroupType type = chance.of(groups).type();
        List<SecurityGroup> eligible = chance.oneIn(8)
                ? groups
                : groups.stream().filter(group -> group.type() == type).toList();
        return chance.shuffled(eligible).stream()
                .map(SecurityGroup::id)
                .limit(chance.oneIn(6) ? MANY_GROUPS_MAX : chance.between(1, GROUPS_OF_ENI_MAX))
                .toList();
    }

    private EniSettings settings(int index) {
        TrackingTimeouts tracking = new TrackingTimeouts(
                Duration.ofSeconds(chance.of(30, 300, 910)),
                Duration.ofSeconds(chance.of(3, 15)),
                Duration.ofSeconds(chance.of(10, 60, 100)));
        return new EniSettings(
                MacAddress.of("02:00:00:00:0%d:0%d".formatted(number, index)),
                tracking,
                chance.of(Smtp.values()),
                chance.of(OnRelease.values()),
                chance.of(SourceDestCheck.values()));
    }
}
