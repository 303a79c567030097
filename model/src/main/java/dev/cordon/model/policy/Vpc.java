package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;
import java.util.List;

/// A private network. Groups and ENIs of two VPCs never meet.
///
/// @param ipv6Blocks at most one; none if the network is IPv4 alone
public record Vpc(VpcId id, CidrBlock block, List<CidrBlock> ipv6Blocks, Details details) implements Described {

    public Vpc {
        ipv6Blocks = List.copyOf(ipv6Blocks);
    }

    /// A network of IPv4 alone.
    public Vpc(VpcId id, CidrBlock block, Details details) {
        this(id, block, List.of(), details);
    }

    @Override
    public Vpc with(Details changed) {
        return new Vpc(id, block, ipv6Blocks, changed);
    }
}
