package dev.cordon.controlplane.command;

import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides how instances are made: all of them with all of their ENIs, or none.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances RunInstances
final class RunCommands {

    private RunCommands() {}

    static Decision decide(Command.RunInstances command, PolicyState state, Quotas quotas) {
        Optional<VSwitch> vSwitch = state.vSwitch(command.vSwitch());
        if (vSwitch.isEmpty()) {
            return Decision.rejected(new NetworkRejection.VSwitchNotFound(command.vSwitch()));
        }
        Optional<Rejection> taken = takenId(command.instances(), state);
        if (taken.isPresent()) {
            return Decision.rejected(taken.get());
        }
        AddressPool pool = AddressPool.of(vSwitch.get(), state);
        return switch (pool.allocate(command.address(), command.instances().size())) {
            case AddressPool.Allocation.Refused(var rejection) -> Decision.rejected(rejection);
            case AddressPool.Allocation.Granted(var primaries) -> {
                primaries.forEach(pool::take);
                yield withMore(command, new AddressGrant(vSwitch.get(), pool), primaries, state, quotas);
            }
        };
    }

    private static Decision withMore(
            Command.RunInstances command,
            AddressGrant grant,
            List<IpAddress> primaries,
            PolicyState state,
            Quotas quotas) {
        List<EniAddresses> all = new ArrayList<>();
        for (IpAddress primary : primaries) {
            switch (grant.add(command.more(), EniAddresses.of(primary))) {
                case AddressGrant.Outcome.Refused(var rejection) -> {
                    return Decision.rejected(rejection);
                }
                case AddressGrant.Outcome.Granted(var addresses) -> all.add(addresses);
            }
        }
        Eni first = eni(command.instances().getFirst(), grant.vSwitch(), all.getFirst(), List.of());
        return AddressCommands.tooMany(first, quotas)
                .or(() -> new Membership(state, quotas).refusalOfNew(first, command.groups(), primaries.size()))
                .map(Decision::rejected)
                .orElseGet(() -> withSecondary(command, changes(command, grant.vSwitch(), all), state, quotas));
    }

    private static Decision withSecondary(
            Command.RunInstances command, List<Change> changes, PolicyState state, Quotas quotas) {
        PolicyState reached = command.secondary().isEmpty() ? state : state.apply(changes);
        List<Change> all = new ArrayList<>(changes);
        for (SecondaryEni eni : command.secondary()) {
            switch (decide(eni, reached, quotas)) {
                case Decision.Rejected rejected -> {
                    return rejected;
                }
                case Decision.Accepted(var more, var answer) -> {
                    all.addAll(more);
                    reached = reached.apply(more);
                }
            }
        }
        return new Decision.Accepted(
                all,
                new Answer.InstancesCreated(
                        command.instances().stream().map(NewInstance::id).toList()));
    }

    /// A new ENI is written once, as it is when it is attached.
    private static Decision decide(SecondaryEni eni, PolicyState state, Quotas quotas) {
        return switch (eni) {
            case SecondaryEni.Made(var instance, var create) ->
                switch (EniCommands.decide(create, state, quotas)) {
                    case Decision.Accepted(var made, var answer) ->
                        AttachmentCommands.decide(
                                new Command.AttachEni(create.id(), instance), state.apply(made), quotas);
                    case Decision.Rejected rejected -> rejected;
                };
            case SecondaryEni.Present(var instance, var present) ->
                AttachmentCommands.decide(new Command.AttachEni(present, instance), state, quotas);
        };
    }

    private static Optional<Rejection> takenId(List<NewInstance> instances, PolicyState state) {
        Set<Id> seen = new HashSet<>();
        for (NewInstance wanted : instances) {
            if (!seen.add(wanted.id()) || state.instance(wanted.id()).isPresent()) {
                return Optional.of(new Rejection.IdTaken(wanted.id()));
            }
            if (!seen.add(wanted.eni()) || state.eni(wanted.eni()).isPresent()) {
                return Optional.of(new Rejection.IdTaken(wanted.eni()));
            }
        }
        return Optional.empty();
    }

    private static List<Change> changes(Command.RunInstances command, VSwitch vSwitch, List<EniAddresses> addresses) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            NewInstance wanted = command.instances().get(i);
            changes.add(new Change.Put(new Instance(
                    wanted.id(),
                    vSwitch.vpc(),
                    command.machineType(),
                    wanted.hostName(),
                    wanted.power(),
                    wanted.deletion(),
                    wanted.details())));
            changes.add(new Change.Put(eni(wanted, vSwitch, addresses.get(i), command.groups())));
        }
        return changes;
    }

    private static Eni eni(NewInstance wanted, VSwitch vSwitch, EniAddresses addresses, List<SecurityGroupId> groups) {
        Attachment attachment = new Attached(wanted.id(), Role.PRIMARY);
        return new Eni(
                wanted.eni(),
                vSwitch.vpc(),
                vSwitch.id(),
                attachment,
                addresses,
                groups,
                wanted.settings(),
                wanted.eniDetails());
    }
}
