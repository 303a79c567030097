package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.MemberRejection.EniIsAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotFound;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchNotFound;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;

/// Decides commands about ENIs by themselves.
final class EniCommands {

    private EniCommands() {}

    static Decision decide(Command.CreateEni command, PolicyState state, Quotas quotas) {
        if (state.eni(command.id()).isPresent()) {
            return Decision.rejected(new Rejection.IdTaken(command.id()));
        }
        Optional<VSwitch> vSwitch = state.vSwitch(command.vSwitch());
        if (vSwitch.isEmpty()) {
            return Decision.rejected(new VSwitchNotFound(command.vSwitch()));
        }
        return switch (AddressPool.of(vSwitch.get(), state).allocate(command.address(), 1)) {
            case AddressPool.Allocation.Refused(var rejection) -> Decision.rejected(rejection);
            case AddressPool.Allocation.Granted(var addresses) ->
                withMore(command, vSwitch.get(), addresses.getFirst(), state, quotas);
        };
    }

    private static Decision withMore(
            Command.CreateEni command, VSwitch vSwitch, IpAddress primary, PolicyState state, Quotas quotas) {
        AddressPool pool = AddressPool.of(vSwitch, state);
        pool.take(primary);
        return switch (new AddressGrant(vSwitch, pool).add(command.more(), EniAddresses.of(primary))) {
            case AddressGrant.Outcome.Refused(var rejection) -> Decision.rejected(rejection);
            case AddressGrant.Outcome.Granted(EniAddresses addresses) -> {
                Eni bare = bare(command, vSwitch, addresses);
                yield AddressCommands.tooMany(bare, quotas)
                        .or(() -> new Membership(state, quotas).refusalOfNew(bare, command.groups(), 1))
                        .map(Decision::rejected)
                        .orElseGet(() -> accepted(bare.in(command.groups())));
            }
        };
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifynetworkinterfaceattribute
    /// ModifyNetworkInterfaceAttribute
    static Decision decide(Command.ModifyEni command, PolicyState state, Quotas quotas) {
        Optional<Eni> found = state.eni(command.eni());
        if (found.isEmpty()) {
            return Decision.rejected(new EniNotFound(command.eni()));
        }
        Eni eni = found.get();
        EniEdit edit = command.edit();
        List<SecurityGroupId> groups = edit.groups().over(eni.groups());
        Optional<Rejection> refusal = groups.equals(eni.groups())
                ? Optional.empty()
                : new Membership(state, quotas).refusalOfOthers(eni, groups);
        return refusal.map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        new Answer.Done(),
                        new Change.Put(eni.in(groups)
                                .with(edit.details().over(eni.details()))
                                .with(edit.settings().over(eni.settings())))));
    }

    static Decision decide(Command.DeleteEni command, PolicyState state) {
        Optional<Eni> eni = state.eni(command.eni());
        if (eni.isEmpty()) {
            return Decision.rejected(new EniNotFound(command.eni()));
        }
        return switch (eni.get().attachment()) {
            case Attached(var instance, var role) -> Decision.rejected(new EniIsAttached(command.eni(), instance));
            case Detached() -> Decision.accepted(new Answer.Done(), new Change.Delete(command.eni()));
        };
    }

    private static Decision accepted(Eni eni) {
        return Decision.accepted(new Answer.EniCreated(eni), new Change.Put(eni));
    }

    private static Eni bare(Command.CreateEni command, VSwitch vSwitch, EniAddresses addresses) {
        return new Eni(
                command.id(),
                vSwitch.vpc(),
                vSwitch.id(),
                new Detached(),
                addresses,
                List.of(),
                command.settings(),
                command.details());
    }
}
