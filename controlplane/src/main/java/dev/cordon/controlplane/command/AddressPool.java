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
import java.util.stream.Stream;

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
        take(addresses.primary());
        addresses.others().forEach(this::take);
        addresses.prefixes().forEach(this::take);
    }

    void take(IpAddress address) {
        taken.add(address);
    }

    void take(CidrBlock prefix) {
        delegated.add(prefix);
        delegatedLengthsBits.add(prefix.prefixLengthBits());
    }

    /// Returns how many addresses of a vSwitch are left to be given out.
    public static long freeCount(VSwitch vSwitch, PolicyState state) {
        AddressPool pool = of(vSwitch, state);
        long delegated = pool.delegated.stream()
                .filter(prefix -> prefix.family() == vSwitch.block().family())
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
        List<IpAddress> free = free(vSwitch.block(), count).toList();
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

    /// Returns why an IPv4 address cannot be given out.
    Optional<Rejection> refusal(IpAddress address) {
        if (!vSwitch.block().contains(address)) {
            return Optional.of(new AddressOutsideVSwitch(address, vSwitch.id(), vSwitch.block()));
        }
        long offset = offset(address);
        if (offset < RESERVED_FIRST_COUNT || offset >= reservedFrom()) {
            return Optional.of(new AddressReserved(address, vSwitch.id()));
        }
        return takenRefusal(address);
    }

    /// Returns that an address of either family is in use, if it is.
    Optional<Rejection> takenRefusal(IpAddress address) {
        return isFree(address) ? Optional.empty() : Optional.of(new AddressTaken(address, vSwitch.id()));
    }

    /// Returns the lowest free addresses of a block of either family, as many as there are.
    Stream<IpAddress> free(CidrBlock block, int count) {
        Stream<IpAddress> candidates = switch (block.first()) {
            case IpAddress.V4 v4 ->
                LongStream.range(RESERVED_FIRST_COUNT, reservedFrom()).mapToObj(this::at);
            case IpAddress.V6(long high, long low) ->
                LongStream.rangeClosed(RESERVED_FIRST_COUNT, (long) taken.size() + count + RESERVED_FIRST_COUNT)
                        .mapToObj(offset -> new IpAddress.V6(high, low + offset));
        };
        return candidates.filter(this::isFree).limit(count);
    }

    /// Tells whether a block of either family holds no address that is in use or the platform's.
    boolean isFree(CidrBlock block) {
        boolean reserved = block.family() == vSwitch.block().family()
                && (offset(block.first()) < RESERVED_FIRST_COUNT
                        || offset(block.first()) + sizeOf(block) > reservedFrom());
        return !reserved
                && taken.stream().noneMatch(block::contains)
                && delegated.stream().noneMatch(block::overlaps);
    }

    private boolean isFree(IpAddress address) {
        return !taken.contains(address)
                && delegatedLengthsBits.stream()
                        .filter(length -> length <= address.family().lengthBits())
                        .map(length -> new CidrBlock(address.masked(length), length))
                        .noneMatch(delegated::contains);
    }

    private long reservedFrom() {
        return sizeOfBlock() - RESERVED_LAST_COUNT;
    }

    private long sizeOfBlock() {
        return sizeOf(vSwitch.block());
    }

    private static long sizeOf(CidrBlock block) {
        return 1L << (block.family().lengthBits() - block.prefixLengthBits());
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
