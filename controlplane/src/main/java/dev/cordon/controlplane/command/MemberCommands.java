package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.GroupRejection.GroupNotFound;
import dev.cordon.controlplane.command.MemberRejection.EniNotFound;
import dev.cordon.controlplane.command.MemberRejection.InstanceNotFound;
import dev.cordon.controlplane.command.MemberRejection.LastGroup;
import dev.cordon.controlplane.command.MemberRejection.NotMember;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.Optional;

/// Decides commands that put ENIs into groups and take them out.
final class MemberCommands {

    private MemberCommands() {}

    /// @spec https://alibabacloud.com/help/en/ecs/api-joinsecuritygroup JoinSecurityGroup
    static Decision decide(Command.AttachGroup command, PolicyState state, Quotas quotas) {
        return switch (find(command.member(), state)) {
            case Found.None(var rejection) -> Decision.rejected(rejection);
            case Found.One(Eni eni) ->
                new Membership(state, quotas)
                        .refusal(eni, command.group())
                        .map(Decision::rejected)
                        .orElseGet(() -> changed(eni.joining(command.group())));
        };
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-leavesecuritygroup LeaveSecurityGroup
    static Decision decide(Command.DetachGroup command, PolicyState state) {
        return switch (find(command.member(), state)) {
            case Found.None(var rejection) -> Decision.rejected(rejection);
            case Found.One(Eni eni) ->
                refusal(eni, command.group(), state)
                        .map(Decision::rejected)
                        .orElseGet(() -> changed(eni.leaving(command.group())));
        };
    }

    /// What came of looking for a member's ENI.
    private sealed interface Found {

        record One(Eni eni) implements Found {}

        record None(Rejection rejection) implements Found {}
    }

    private static Found find(Member member, PolicyState state) {
        return switch (member) {
            case Member.OfEni(var id) ->
                state.eni(id).<Found>map(Found.One::new).orElseGet(() -> new Found.None(new EniNotFound(id)));
            case Member.OfInstance(var id) ->
                state.enisOf(id)
                        .filter(eni -> eni.attachment().equals(new Attachment.Attached(id, Role.PRIMARY)))
                        .findFirst()
                        .<Found>map(Found.One::new)
                        .orElseGet(() -> new Found.None(new InstanceNotFound(id)));
        };
    }

    private static Optional<Rejection> refusal(Eni eni, SecurityGroupId id, PolicyState state) {
        Optional<SecurityGroup> group = state.group(id);
        if (group.isEmpty()) {
            return Optional.of(new GroupNotFound(id));
        }
        return GroupCommands.managed(group.get()).or(() -> notMember(eni, id)).or(() -> lastGroup(eni, id));
    }

    private static Optional<Rejection> notMember(Eni eni, SecurityGroupId group) {
        return eni.groups().contains(group) ? Optional.empty() : Optional.of(new NotMember(eni.id(), group));
    }

    private static Optional<Rejection> lastGroup(Eni eni, SecurityGroupId group) {
        return eni.groups().size() > 1 ? Optional.empty() : Optional.of(new LastGroup(eni.id(), group));
    }

    private static Decision changed(Eni eni) {
        return Decision.accepted(new Answer.Done(), new Change.Put(eni));
    }
}
