package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;
import java.util.List;

/// A subnet of a VPC, in one zone; ENIs get their addresses from its blocks.
///
/// @param ipv6Blocks at most one; none if the subnet is IPv4 alone
public record VSwitch(
        VSwitchId id, VpcId vpc, CidrBlock block, List<CidrBlock> ipv6Blocks, String zone, Details details)
        implements Described {

    public VSwitch {
        ipv6Blocks = List.copyOf(ipv6Blocks);
    }

    /// A subnet of IPv4 alone.
    public VSwitch(VSwitchId id, VpcId vpc, CidrBlock block, String zone, Details details) {
        this(id, vpc, block, List.of(), zone, details);
    }

    @Override
    public VSwitch with(Details changed) {
        return new VSwitch(id, vpc, block, ipv6Blocks, zone, changed);
    }
}
