package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The addresses of an ENI.
///
/// Public addresses lie beyond the gateway's translation: no rule sees them as the ENI's own.
///
/// @param primary the primary private IPv4 address
/// @param others secondary private IPv4 and all IPv6 addresses
/// @param prefixes delegated blocks of both families
/// @param publicAddresses EIPs
public record EniAddresses(
        IpAddress primary, List<IpAddress> others, List<CidrBlock> prefixes, List<IpAddress> publicAddresses) {

    public EniAddresses {
        others = List.copyOf(others);
        prefixes = List.copyOf(prefixes);
        publicAddresses = List.copyOf(publicAddresses);
    }

    public static EniAddresses of(IpAddress primary) {
        return new EniAddresses(primary, List.of(), List.of(), List.of());
    }

    /// Returns what makes up the ENI's private addresses: a block of one for each address, then the
    /// delegated prefixes.
    ///
    /// @spec https://help.aliyun.com/document_detail/120621.html Addresses that count
    public List<CidrBlock> privateBlocks() {
        Set<CidrBlock> blocks = new LinkedHashSet<>();
        blocks.add(primary.asBlock());
        others.forEach(address -> blocks.add(address.asBlock()));
        blocks.addAll(prefixes);
        return List.copyOf(blocks);
    }

    public boolean containsPrivate(IpAddress address) {
        return primary.equals(address)
                || others.contains(address)
                || prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
