package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Ipv6Subnet;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.VpcId;
import java.util.List;
import java.util.Optional;

/// Reads what networks are to have of IPv6.
///
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc
/// EnableIpv6, Ipv6CidrBlock
final class Ipv6Reader {

    private Ipv6Reader() {}

    /// Returns the block asked for; or one of unique local addresses (RFC 4193) if any will do,
    /// since nobody here owns public ones.
    static List<CidrBlock> vpcBlocks(Parameters parameters, String enabling, VpcId vpc) {
        Optional<CidrBlock> given = parameters.parsed(
                "Ipv6CidrBlock",
                text -> CidrBlock.parse(text).filter(Ipv6Reader::isVpcBlock),
                NetworkErrors.malformedIpv6Block(Ipv6Subnet.VPC_PREFIX_LENGTH_BITS));
        if (given.isPresent()) {
            return List.of(given.get());
        }
        return parameters.isTrue(enabling) ? List.of(Ids.ipv6Block(vpc)) : List.of();
    }

    static Ipv6Subnet subnet(Parameters parameters) {
        return parameters
                .number("Ipv6CidrBlock", 0, Ipv6Subnet.NUMBER_MAX, NetworkErrors.malformedSubnet(Ipv6Subnet.NUMBER_MAX))
                .<Ipv6Subnet>map(Ipv6Subnet.Numbered::new)
                .orElseGet(Ipv6Subnet.None::new);
    }

    private static boolean isVpcBlock(CidrBlock block) {
        return block.family() == AddressFamily.IPV6 && block.prefixLengthBits() == Ipv6Subnet.VPC_PREFIX_LENGTH_BITS;
    }
}
