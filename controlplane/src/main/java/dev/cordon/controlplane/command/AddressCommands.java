package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.MemberRejection.AddressNotAssigned;
import dev.cordon.controlplane.command.MemberRejection.EniAddressLimit;
import dev.cordon.controlplane.command.MemberRejection.EniNotFound;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides which addresses an ENI has besides its primary one.
final class AddressCommands {

    private AddressCommands() {}

    /// @spec https://alibabacloud.com/help/en/ecs/api-assignprivateipaddresses
    /// AssignPrivateIpAddresses
    static Decision decide(Command.AssignAddresses command, PolicyState state, Quotas quotas) {
        Optional<Eni> found = state.eni(command.eni());
        if (found.isEmpty()) {
            return Decision.rejected(new EniNotFound(command.eni()));
        }
        Eni eni = found.get();
        VSwitch vSwitch = state.vSwitch(eni.vSwitch()).orElseThrow();
        AddressGrant grant = new AddressGrant(vSwitch, AddressPool.of(vSwitch, state));
        return switch (grant.add(command.more(), eni.addresses())) {
            case AddressGrant.Outcome.Refused(var rejection) -> Decision.rejected(rejection);
            case AddressGrant.Outcome.Granted(EniAddresses addresses) -> {
                Eni grown = eni.with(addresses);
                yield tooMany(grown, quotas)
                        .or(() -> new Membership(state, quotas).refusalOfMore(eni, addresses))
                        .map(Decision::rejected)
                        .orElseGet(() -> assigned(command.family(), eni, grown));
            }
        };
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-unassignprivateipaddresses
    /// UnassignPrivateIpAddresses
    static Decision decide(Command.UnassignAddresses command, PolicyState state) {
        Optional<Eni> found = state.eni(command.eni());
        if (found.isEmpty()) {
            return Decision.rejected(new EniNotFound(command.eni()));
        }
        Eni eni = found.get();
        EniAddresses had = eni.addresses();
        Stream<CidrBlock> addresses = command.addresses().stream()
                .filter(address -> !had.others().contains(address))
                .map(IpAddress::asBlock);
        Stream<CidrBlock> prefixes =
                command.prefixes().stream().filter(prefix -> !had.prefixes().contains(prefix));
        return Stream.concat(addresses, prefixes)
                .findFirst()
                .map(block -> Decision.rejected(new AddressNotAssigned(eni.id(), block)))
                .orElseGet(() -> Decision.accepted(
                        new Answer.Done(),
                        new Change.Put(eni.with(new EniAddresses(
                                had.primary(),
                                without(had.others(), command.addresses()),
                                without(had.prefixes(), command.prefixes()),
                                had.publicAddresses())))));
    }

    /// Returns why an ENI has more addresses than it may; a prefix counts as one.
    static Optional<Rejection> tooMany(Eni eni, Quotas quotas) {
        int countMax = quotas.enis().addressesPerEni();
        return Stream.of(AddressFamily.values())
                .filter(family -> count(eni.addresses(), family) > countMax)
                .findFirst()
                .map(family -> new EniAddressLimit(eni.id(), family, countMax));
    }

    private static long count(EniAddresses addresses, AddressFamily family) {
        return Stream.of(
                        Stream.of(addresses.primary().family()),
                        addresses.others().stream().map(IpAddress::family),
                        addresses.prefixes().stream().map(CidrBlock::family))
                .flatMap(families -> families)
                .filter(present -> present == family)
                .count();
    }

    private static Decision assigned(AddressFamily family, Eni before, Eni after) {
        Answer answer = new Answer.AddressesAssigned(
                after.id(),
                family,
                without(after.addresses().others(), before.addresses().others()),
                without(after.addresses().prefixes(), before.addresses().prefixes()));
        return Decision.accepted(answer, new Change.Put(after));
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
