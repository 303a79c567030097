package dev.cordon.model;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// States in few words, for examples: all in one VPC, and what is not said is as it mostly is.
public final class Sketch {

    public static final VpcId VPC = new VpcId("vpc-7");

    private static final VSwitchId V_SWITCH = new VSwitchId("vsw-8");
    private static final int ENTRY_COUNT_MAX = 20;

    private Sketch() {}

    public static PolicyState state(Entity... entities) {
        return PolicyState.EMPTY.apply(puts(entities));
    }

    public static List<Change> puts(Entity... entities) {
        return Stream.of(entities).<Change>map(Change.Put::new).toList();
    }

    /// Returns a basic group whose members may talk.
    public static SecurityGroup interconnected(String id) {
        return group(id, GroupType.BASIC, IntraGroupPolicy.INTERCONNECTED);
    }

    /// Returns a basic group that connects nobody.
    public static SecurityGroup isolated(String id) {
        return group(id, GroupType.BASIC, IntraGroupPolicy.ISOLATED);
    }

    public static SecurityGroup advanced(String id) {
        return group(id, GroupType.ADVANCED, IntraGroupPolicy.ISOLATED);
    }

    public static SecurityGroup group(String id, GroupType type, IntraGroupPolicy policy) {
        return new SecurityGroup(new SecurityGroupId(id), VPC, type, policy, Management.CUSTOMER, Details.NONE);
    }

    public static Eni eni(String id, String address, String... groups) {
        return new Eni(
                new EniId(id),
                VPC,
                V_SWITCH,
                new Attachment.Detached(),
                EniAddresses.of(IpAddress.of(address)),
                Stream.of(groups).map(SecurityGroupId::new).toList(),
                EniSettings.DEFAULT,
                Details.NONE);
    }

    /// Returns a list of IPv4 blocks.
    public static PrefixList prefixList(String id, String... blocks) {
        return new PrefixList(
                new PrefixListId(id),
                AddressFamily.IPV4,
                ENTRY_COUNT_MAX,
                Stream.of(blocks).map(CidrBlock::of).toList(),
                Details.NONE);
    }

    public static PortList portList(String id, Collection<PortRange> ranges) {
        return new PortList(new PortListId(id), ENTRY_COUNT_MAX, List.copyOf(ranges), Details.NONE);
    }
}
