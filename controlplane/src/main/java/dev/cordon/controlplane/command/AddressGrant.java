package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.NetworkRejection.AddressOutsideVSwitch;
import dev.cordon.controlplane.command.NetworkRejection.PrefixNotAllowed;
import dev.cordon.controlplane.command.NetworkRejection.PrefixTaken;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchFull;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchWithoutIpv6;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.VSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// More addresses for one ENI, out of the blocks of its vSwitch: first those that are asked for by
/// name, then the lowest that are free.
///
/// @param vSwitch that the ENI is in
/// @param pool of that vSwitch
record AddressGrant(VSwitch vSwitch, AddressPool pool) {

    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/prefix-overview IP prefixes
    private static final int IPV4_PREFIX_LENGTH_BITS = 28;

    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/prefix-overview IP prefixes
    private static final int IPV6_PREFIX_LENGTH_BITS = 80;

    /// How many blocks or addresses are looked at for a free one before a vSwitch counts as full.
    private static final int LOOK_COUNT_MAX = 65_536;

    /// What came of asking for more.
    sealed interface Outcome {

        record Granted(EniAddresses addresses) implements Outcome {}

        record Refused(Rejection rejection) implements Outcome {}
    }

    /// Returns the addresses of an ENI with those that it is to get.
    Outcome add(MoreAddresses wanted, EniAddresses had) {
        if (wanted.isOf(AddressFamily.IPV6) && vSwitch.ipv6Blocks().isEmpty()) {
            return new Outcome.Refused(new VSwitchWithoutIpv6(vSwitch.id()));
        }
        List<IpAddress> addresses = new ArrayList<>(had.others());
        List<CidrBlock> prefixes = new ArrayList<>(had.prefixes());
        for (IpAddress address : wanted.addresses()) {
            Optional<Rejection> refusal = refusal(address);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            pool.take(address);
            addresses.add(address);
        }
        for (CidrBlock prefix : wanted.prefixes()) {
            Optional<Rejection> refusal = refusal(prefix);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            pool.take(prefix);
            prefixes.add(prefix);
        }
        return counted(wanted, addresses, prefixes)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Granted(
                        new EniAddresses(had.primary(), addresses, prefixes, had.publicAddresses())));
    }

    private Optional<Rejection> counted(MoreAddresses wanted, List<IpAddress> addresses, List<CidrBlock> prefixes) {
        for (AddressFamily family : AddressFamily.values()) {
            int addressCount = wanted.count(family).addresses();
            List<IpAddress> free = blocks(family)
                    .flatMap(block -> pool.free(block, addressCount))
                    .toList();
            if (free.size() < addressCount) {
                return Optional.of(new VSwitchFull(vSwitch.id(), addressCount));
            }
            free.forEach(pool::take);
            addresses.addAll(free);
            int prefixCount = wanted.count(family).prefixes();
            List<CidrBlock> blocks = freePrefixes(family, prefixCount);
            if (blocks.size() < prefixCount) {
                return Optional.of(new VSwitchFull(vSwitch.id(), prefixCount));
            }
            blocks.forEach(pool::take);
            prefixes.addAll(blocks);
        }
        return Optional.empty();
    }

    private Optional<Rejection> refusal(IpAddress address) {
        return switch (address.family()) {
            case IPV4 -> pool.refusal(address);
            case IPV6 -> {
                CidrBlock block = vSwitch.ipv6Blocks().getFirst();
                yield block.contains(address)
                        ? pool.takenRefusal(address)
                        : Optional.of(new AddressOutsideVSwitch(address, vSwitch.id(), block));
            }
        };
    }

    private Optional<Rejection> refusal(CidrBlock prefix) {
        boolean fits = prefix.prefixLengthBits() == lengthBits(prefix.family())
                && blocks(prefix.family()).anyMatch(block -> block.contains(prefix));
        if (!fits) {
            return Optional.of(new PrefixNotAllowed(prefix, vSwitch.id(), lengthBits(prefix.family())));
        }
        return pool.isFree(prefix) ? Optional.empty() : Optional.of(new PrefixTaken(prefix, vSwitch.id()));
    }

    private List<CidrBlock> freePrefixes(AddressFamily family, int count) {
        return blocks(family)
                .flatMap(block -> parts(block, lengthBits(family)))
                .filter(pool::isFree)
                .limit(count)
                .toList();
    }

    private Stream<CidrBlock> blocks(AddressFamily family) {
        return switch (family) {
            case IPV4 -> Stream.of(vSwitch.block());
            case IPV6 -> vSwitch.ipv6Blocks().stream();
        };
    }

    private static int lengthBits(AddressFamily family) {
        return switch (family) {
            case IPV4 -> IPV4_PREFIX_LENGTH_BITS;
            case IPV6 -> IPV6_PREFIX_LENGTH_BITS;
        };
    }

    /// Returns the parts of a block that have a longer prefix, the lowest first.
    private static Stream<CidrBlock> parts(CidrBlock block, int lengthBits) {
        int bits = lengthBits - block.prefixLengthBits();
        if (bits < 0) {
            return Stream.empty();
        }
        long count = Math.min(1L << Math.min(bits, Long.SIZE - 2), LOOK_COUNT_MAX);
        return Stream.iterate(0L, index -> index < count, index -> index + 1)
                .map(index -> part(block.first(), index, lengthBits));
    }

    private static CidrBlock part(IpAddress first, long index, int lengthBits) {
        return switch (first) {
            case IpAddress.V4(int bits) ->
                new CidrBlock(
                        new IpAddress.V4(bits + (int) (index << (AddressFamily.IPV4.lengthBits() - lengthBits))),
                        lengthBits);
            case IpAddress.V6(long high, long low) ->
                new CidrBlock(
                        new IpAddress.V6(high, low + (index << (AddressFamily.IPV6.lengthBits() - lengthBits))),
                        lengthBits);
        };
    }
}
