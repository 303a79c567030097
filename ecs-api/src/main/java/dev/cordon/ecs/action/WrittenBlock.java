package dev.cordon.ecs.action;

import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.Optional;

/// A block on one side of a rule, with the text that is shown for it: IPv4 as it came, IPv6
/// compressed.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules IPv6 addresses
record WrittenBlock(CidrBlock block, String text) {

    /// @param side `Source` or `Dest`
    static Optional<WrittenBlock> read(Parameters parameters, String side) {
        String ipv4 = side + "CidrIp";
        String ipv6 = "Ipv6" + side + "CidrIp";
        if (parameters.has(ipv4) && parameters.has(ipv6)) {
            parameters.wrong(PermissionErrors.bothFamilies(side));
        }
        Optional<WrittenBlock> first =
                parameters.parsed(ipv4, WrittenBlock::parseIpv4, PermissionErrors.malformedIpv4Block(side));
        return first.or(
                () -> parameters.parsed(ipv6, WrittenBlock::parseIpv6, PermissionErrors.malformedIpv6Block(side)));
    }

    private static Optional<WrittenBlock> parseIpv4(String text) {
        return CidrBlock.parse(text)
                .filter(block -> block.family() == AddressFamily.IPV4)
                .map(block -> new WrittenBlock(block, text));
    }

    private static Optional<WrittenBlock> parseIpv6(String text) {
        return CidrBlock.parse(text)
                .filter(block -> block.family() == AddressFamily.IPV6)
                .map(block -> new WrittenBlock(block, compressed(text)));
    }

    private static String compressed(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? IpAddress.of(text).toString()
                : IpAddress.of(text.substring(0, slash)) + text.substring(slash);
    }
}
