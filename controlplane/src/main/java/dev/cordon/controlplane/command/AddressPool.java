package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.NetworkRejection.AddressOutsideVSwitch;
import dev.cordon.controlplane.command.NetworkRejection.AddressReserved;
import dev.cordon.controlplane.command.NetworkRejection.AddressTaken;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchFull;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.PolicyState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// The addresses of one vSwitch, and which of them are free.
///
/// Implementation note: an address is known by its offset in the block. Finding the lowest free
/// ones takes as many steps as there are taken and wanted addresses.
///
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
/// Reserved addresses
public final class AddressPool {

    static final int RESERVED_FIRST_COUNT = 1;
    static final int RESERVED_LAST_COUNT = 3;

    private final VSwitch vSwitch;
    private final Set<IpAddress> taken = new HashSet<>();
    private final Set<CidrBlock> delegated = new HashSet<>();
    private final Set<Integer> delegatedLengthsBits = new HashSet<>();

    private AddressPool(VSwitch vSwitch) {
        this.vSwitch = vSwitch;
    }

    static AddressPool of(VSwitch vSwitch, PolicyState state) {
        AddressPool pool = new AddressPool(vSwitch);
        state.enisOf(vSwitch.id()).map(Eni::addresses).forEach(pool::take);
        return pool;
    }

    private void take(EniAddresses addresses) {
        taken.add(addresses.primary());
        taken.addAll(addresses.others());
        for (CidrBlock prefix : addresses.prefixes()) {
            if (prefix.family() == vSwitch.block().family()) {
                delegated.add(prefix);
                delegatedLengthsBits.add(prefix.prefixLengthBits());
            }
        }
    }

    /// Returns how many addresses of a vSwitch are left to be given out.
    public static long freeCount(VSwitch vSwitch, PolicyState state) {
        AddressPool pool = of(vSwitch, state);
        long delegated = pool.delegated.stream()
                .mapToLong(prefix -> 1L << (prefix.family().lengthBits() - prefix.prefixLengthBits()))
                .sum();
        long single = pool.taken.stream()
                .filter(address -> vSwitch.block().contains(address))
                .count();
        return pool.sizeOfBlock() - RESERVED_FIRST_COUNT - RESERVED_LAST_COUNT - single - delegated;
    }

    /// What came of asking for addresses.
    sealed interface Allocation {

        /// @param addresses as many as were asked for, lowest first
        record Granted(List<IpAddress> addresses) implements Allocation {}

        record Refused(Rejection rejection) implements Allocation {}
    }

    /// Returns free addresses: the lowest, or the one asked for and those that follow it.
    Allocation allocate(AddressRequest request, int count) {
        return switch (request) {
            case AddressRequest.Any() -> lowestFree(count);
            case AddressRequest.Exactly(var address) -> following(address, count);
        };
    }

    private Allocation lowestFree(int count) {
        List<IpAddress> free = LongStream.range(RESERVED_FIRST_COUNT, reservedFrom())
                .mapToObj(this::at)
                .filter(this::isFree)
                .limit(count)
                .toList();
        return free.size() == count
                ? new Allocation.Granted(free)
                : new Allocation.Refused(new VSwitchFull(vSwitch.id(), count));
    }

    private Allocation following(IpAddress first, int count) {
        if (!vSwitch.block().contains(first)) {
            return new Allocation.Refused(new AddressOutsideVSwitch(first, vSwitch.id(), vSwitch.block()));
        }
        long start = offset(first);
        if (start + count > sizeOfBlock()) {
            return new Allocation.Refused(new VSwitchFull(vSwitch.id(), count));
        }
        List<IpAddress> wanted =
                LongStream.range(start, start + count).mapToObj(this::at).toList();
        return wanted.stream()
                .flatMap(address -> refusal(address).stream())
                .findFirst()
                .<Allocation>map(Allocation.Refused::new)
                .orElseGet(() -> new Allocation.Granted(wanted));
    }

    private Optional<Rejection> refusal(IpAddress address) {
        long offset = offset(address);
        if (offset < RESERVED_FIRST_COUNT || offset >= reservedFrom()) {
            return Optional.of(new AddressReserved(address, vSwitch.id()));
        }
        return isFree(address) ? Optional.empty() : Optional.of(new AddressTaken(address, vSwitch.id()));
    }

    private boolean isFree(IpAddress address) {
        return !taken.contains(address)
                && delegatedLengthsBits.stream()
                        .map(length -> new CidrBlock(address.masked(length), length))
                        .noneMatch(delegated::contains);
    }

    private long reservedFrom() {
        return sizeOfBlock() - RESERVED_LAST_COUNT;
    }

    private long sizeOfBlock() {
        return 1L << (vSwitch.block().family().lengthBits() - vSwitch.block().prefixLengthBits());
    }

    private IpAddress at(long offset) {
        return new IpAddress.V4((int) (bits(vSwitch.block().first()) + offset));
    }

    private long offset(IpAddress address) {
        return Integer.toUnsignedLong(bits(address) - bits(vSwitch.block().first()));
    }

    private static int bits(IpAddress address) {
        return switch (address) {
            case IpAddress.V4(int bits) -> bits;
            case IpAddress.V6 v6 -> throw new IllegalStateException("vSwitch with IPv6 address `" + v6 + "`");
        };
    }
}
