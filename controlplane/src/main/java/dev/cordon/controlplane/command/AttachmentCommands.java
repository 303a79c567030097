package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.MemberRejection.EniInOtherVpc;
import dev.cordon.controlplane.command.MemberRejection.EniInOtherZone;
import dev.cordon.controlplane.command.MemberRejection.EniIsAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotFound;
import dev.cordon.controlplane.command.MemberRejection.InstanceEniLimit;
import dev.cordon.controlplane.command.MemberRejection.InstanceNotFound;
import dev.cordon.controlplane.command.MemberRejection.PrimaryEniFixed;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;

/// Decides whether an ENI may go to an instance, or leave it.
final class AttachmentCommands {

    private AttachmentCommands() {}

    /// @spec https://alibabacloud.com/help/en/ecs/api-attachnetworkinterface AttachNetworkInterface
    static Decision decide(Command.AttachEni command, PolicyState state, Quotas quotas) {
        Optional<Eni> eni = state.eni(command.eni());
        if (eni.isEmpty()) {
            return Decision.rejected(new EniNotFound(command.eni()));
        }
        Optional<Instance> instance = state.instance(command.instance());
        if (instance.isEmpty()) {
            return Decision.rejected(new InstanceNotFound(command.instance()));
        }
        return refusal(eni.get(), instance.get(), state, quotas)
                .map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        new Answer.Done(),
                        new Change.Put(eni.get().with(new Attached(command.instance(), Role.SECONDARY)))));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-detachnetworkinterface DetachNetworkInterface
    static Decision decide(Command.DetachEni command, PolicyState state) {
        Optional<Eni> found = state.eni(command.eni());
        if (found.isEmpty()) {
            return Decision.rejected(new EniNotFound(command.eni()));
        }
        if (state.instance(command.instance()).isEmpty()) {
            return Decision.rejected(new InstanceNotFound(command.instance()));
        }
        Eni eni = found.get();
        return switch (eni.attachment()) {
            case Detached() -> Decision.rejected(new EniNotAttached(eni.id(), command.instance()));
            case Attached(InstanceId instance, Role role) ->
                detachmentRefusal(eni, instance, role, command.instance())
                        .map(Decision::rejected)
                        .orElseGet(
                                () -> Decision.accepted(new Answer.Done(), new Change.Put(eni.with(new Detached()))));
        };
    }

    private static Optional<Rejection> detachmentRefusal(Eni eni, InstanceId instance, Role role, InstanceId from) {
        if (!instance.equals(from)) {
            return Optional.of(new EniNotAttached(eni.id(), from));
        }
        return switch (role) {
            case PRIMARY -> Optional.of(new PrimaryEniFixed(eni.id(), instance));
            case SECONDARY -> Optional.empty();
        };
    }

    private static Optional<Rejection> refusal(Eni eni, Instance instance, PolicyState state, Quotas quotas) {
        return attached(eni)
                .or(() -> otherVpc(eni, instance))
                .or(() -> otherZone(eni, instance, state))
                .or(() -> tooMany(instance, state, quotas));
    }

    private static Optional<Rejection> attached(Eni eni) {
        return switch (eni.attachment()) {
            case Attached(var instance, var role) -> Optional.of(new EniIsAttached(eni.id(), instance));
            case Detached() -> Optional.empty();
        };
    }

    private static Optional<Rejection> otherVpc(Eni eni, Instance instance) {
        return eni.vpc().equals(instance.vpc())
                ? Optional.empty()
                : Optional.of(new EniInOtherVpc(eni.id(), eni.vpc(), instance.id(), instance.vpc()));
    }

    private static Optional<Rejection> otherZone(Eni eni, Instance instance, PolicyState state) {
        String zone = zone(eni, state);
        return state.enisOf(instance.id())
                .map(other -> zone(other, state))
                .filter(other -> !other.equals(zone))
                .findFirst()
                .map(other -> new EniInOtherZone(eni.id(), zone, instance.id(), other));
    }

    private static String zone(Eni eni, PolicyState state) {
        return state.vSwitch(eni.vSwitch()).map(VSwitch::zone).orElseThrow();
    }

    private static Optional<Rejection> tooMany(Instance instance, PolicyState state, Quotas quotas) {
        int countMax = quotas.enis().perInstance();
        List<Eni> enis = state.enisOf(instance.id()).toList();
        return enis.size() < countMax ? Optional.empty() : Optional.of(new InstanceEniLimit(instance.id(), countMax));
    }
}
