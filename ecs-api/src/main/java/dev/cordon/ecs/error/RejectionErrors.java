package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.GroupRejection;
import dev.cordon.controlplane.command.LabelRejection;
import dev.cordon.controlplane.command.ListRejection;
import dev.cordon.controlplane.command.MemberRejection;
import dev.cordon.controlplane.command.NetworkRejection;
import dev.cordon.controlplane.command.Rejection;
import dev.cordon.controlplane.command.RuleRejection;

/// Rejections of commands as ECS says them.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/developer-reference/error-codes Error codes
public final class RejectionErrors {

    private RejectionErrors() {}

    /// @param command the one that was rejected; the same thing has another code elsewhere
    public static EcsError of(Rejection rejection, Command command) {
        Occasion occasion = Occasion.of(command);
        return switch (rejection) {
            case GroupRejection group -> GroupErrors.of(group);
            case LabelRejection label -> LabelErrors.of(label);
            case ListRejection list -> ListErrors.of(list);
            case MemberRejection member -> MemberErrors.of(member, occasion);
            case NetworkRejection network -> NetworkErrors.of(network, occasion);
            case RuleRejection rule -> RuleErrors.of(rule, occasion);
            case Rejection.IdTaken taken -> GeneralErrors.conflict();
        };
    }
}
