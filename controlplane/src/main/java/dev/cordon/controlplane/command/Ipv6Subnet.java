package dev.cordon.controlplane.command;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;

/// Which part of its VPC's IPv6 block a vSwitch has.
///
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
/// Ipv6CidrBlock
public sealed interface Ipv6Subnet {

    /// The length of a VPC's IPv6 block.
    int VPC_PREFIX_LENGTH_BITS = 56;

    /// The length of a vSwitch's IPv6 block.
    int V_SWITCH_PREFIX_LENGTH_BITS = 64;

    /// The last of the parts that a VPC's block has.
    int NUMBER_MAX = (1 << (V_SWITCH_PREFIX_LENGTH_BITS - VPC_PREFIX_LENGTH_BITS)) - 1;

    /// The vSwitch is IPv4 alone.
    record None() implements Ipv6Subnet {}

    /// @param number 0 up to [#NUMBER_MAX]: the last eight bits of the subnet's prefix
    record Numbered(int number) implements Ipv6Subnet {

        public Numbered {
            if (number < 0 || number > NUMBER_MAX) {
                throw new IllegalArgumentException("not an IPv6 subnet `" + number + "`");
            }
        }
    }

    /// Returns a numbered part of the block of a VPC.
    static CidrBlock part(CidrBlock vpcBlock, int number) {
        return switch (vpcBlock.first()) {
            case IpAddress.V4 v4 -> throw new IllegalStateException("VPC with IPv4 block `" + vpcBlock + "` for IPv6");
            case IpAddress.V6(long high, long low) ->
                new CidrBlock(new IpAddress.V6(high + number, low), V_SWITCH_PREFIX_LENGTH_BITS);
        };
    }
}
