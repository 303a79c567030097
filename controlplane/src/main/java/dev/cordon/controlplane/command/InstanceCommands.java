package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.MemberRejection.InstanceIsAlready;
import dev.cordon.controlplane.command.MemberRejection.InstanceIsProtected;
import dev.cordon.controlplane.command.MemberRejection.InstanceNotFound;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides commands about instances.
final class InstanceCommands {

    private InstanceCommands() {}

    /// @spec https://alibabacloud.com/help/en/ecs/api-createinstance CreateInstance
    static Decision decide(Command.CreateInstance command, PolicyState state, Quotas quotas) {
        Command.RunInstances run = new Command.RunInstances(
                command.vSwitch(),
                command.groups(),
                command.machineType(),
                command.address(),
                List.of(command.instance()));
        return switch (RunCommands.decide(run, state, quotas)) {
            case Decision.Accepted(var changes, var answer) ->
                new Decision.Accepted(
                        changes, new Answer.InstanceCreated(command.instance().id()));
            case Decision.Rejected rejected -> rejected;
        };
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifyinstanceattribute
    /// ModifyInstanceAttribute
    static Decision decide(Command.ModifyInstance command, PolicyState state, Quotas quotas) {
        Optional<Instance> found = state.instance(command.instance());
        if (found.isEmpty()) {
            return Decision.rejected(new InstanceNotFound(command.instance()));
        }
        Change edited = new Change.Put(command.edit().over(found.get()));
        Eni primary = primary(command.instance(), state);
        List<SecurityGroupId> groups = command.edit().groups().over(primary.groups());
        if (groups.equals(primary.groups())) {
            return Decision.accepted(new Answer.Done(), edited);
        }
        return new Membership(state, quotas)
                .refusalOfOthers(primary, groups)
                .map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(new Answer.Done(), edited, new Change.Put(primary.in(groups))));
    }

    private static Eni primary(InstanceId instance, PolicyState state) {
        return state.enisOf(instance)
                .filter(eni -> eni.attachment().equals(new Attached(instance, Role.PRIMARY)))
                .findFirst()
                .orElseThrow();
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-startinstance StartInstance
    /// @spec https://alibabacloud.com/help/en/ecs/api-stopinstance StopInstance
    static Decision decide(Command.SetPower command, PolicyState state) {
        Optional<Instance> found = state.instance(command.instance());
        if (found.isEmpty()) {
            return Decision.rejected(new InstanceNotFound(command.instance()));
        }
        Instance instance = found.get();
        return instance.power() == command.power()
                ? Decision.rejected(new InstanceIsAlready(instance.id(), instance.power()))
                : Decision.accepted(new Answer.Done(), new Change.Put(instance.with(command.power())));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-deleteinstances DeleteInstances
    static Decision decide(Command.DeleteInstances command, PolicyState state) {
        List<Change> changes = new ArrayList<>();
        for (InstanceId instance : command.instances()) {
            switch (decide(new Command.DeleteInstance(instance), state)) {
                case Decision.Accepted(var deleted, var answer) -> changes.addAll(deleted);
                case Decision.Rejected rejected -> {
                    return rejected;
                }
            }
        }
        return new Decision.Accepted(changes, new Answer.Done());
    }

    /// The primary ENI goes with its instance, and those that are set to; other ENIs are detached.
    ///
    /// @spec https://alibabacloud.com/help/en/ecs/api-deleteinstance DeleteInstance
    static Decision decide(Command.DeleteInstance command, PolicyState state) {
        Optional<Instance> found = state.instance(command.instance());
        if (found.isEmpty()) {
            return Decision.rejected(new InstanceNotFound(command.instance()));
        }
        if (found.get().deletion() == Deletion.PROTECTED) {
            return Decision.rejected(new InstanceIsProtected(command.instance()));
        }
        Stream<Change> enis = state.enisOf(command.instance()).map(InstanceCommands::released);
        Stream<Change> instance = Stream.of(new Change.Delete(command.instance()));
        return new Decision.Accepted(Stream.concat(enis, instance).toList(), new Answer.Done());
    }

    private static Change released(Eni eni) {
        return switch (eni.attachment()) {
            case Attached(var instance, var role) ->
                switch (role) {
                    case PRIMARY -> new Change.Delete(eni.id());
                    case SECONDARY ->
                        switch (eni.settings().onRelease()) {
                            case KEPT -> new Change.Put(eni.with(new Detached()));
                            case DELETED -> new Change.Delete(eni.id());
                        };
                };
            case Detached() -> throw new IllegalStateException("detached eni `" + eni.id() + "` has an instance");
        };
    }
}
