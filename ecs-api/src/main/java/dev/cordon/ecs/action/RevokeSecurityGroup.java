package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.RuleSelection;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;
import java.util.Optional;

/// Takes rules out of a group: those with the ids given, or all that have the values given.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-revokesecuritygroup RevokeSecurityGroup
/// @spec https://alibabacloud.com/help/en/ecs/api-revokesecuritygroupegress
/// RevokeSecurityGroupEgress
record RevokeSecurityGroup(Desk desk, Direction direction) implements Operation {

    /// A number everywhere else.
    private static final String OWNER_AS_TEXT = "Permissions.N.DestGroupOwnerId";

    @Override
    public String name() {
        return switch (direction) {
            case INGRESS -> "RevokeSecurityGroup";
            case EGRESS -> "RevokeSecurityGroupEgress";
        };
    }

    @Override
    public Takes takes() {
        Takes takes = reader().takesAll().and("SecurityGroupId", "SecurityGroupRuleId.N");
        return switch (direction) {
            case INGRESS -> takes;
            case EGRESS -> takes.and(OWNER_AS_TEXT);
        };
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        SecurityGroupId group = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        List<String> ids = parameters.repeated("SecurityGroupRuleId");
        RuleSelection selection = ids.isEmpty() ? byMatch(parameters) : byIds(ids, parameters);
        return parameters.then(() -> desk.execute(request, new Command.RevokeRules(group, direction, selection)));
    }

    private PermissionReader reader() {
        return new PermissionReader(direction, desk.now(), PermissionErrors.malformedPortsToRevoke());
    }

    private RuleSelection byMatch(Parameters parameters) {
        return new RuleSelection.ByMatch(
                reader().read(parameters).stream().map(Permission::toPattern).toList());
    }

    private RuleSelection byIds(List<String> ids, Parameters parameters) {
        if (reader().describesRules(parameters) || ids.size() > PermissionReader.COUNT_MAX) {
            parameters.wrong(PermissionErrors.selection());
        }
        Optional<String> malformed =
                ids.stream().filter(id -> !Id.isWellFormed(id)).findFirst();
        malformed.ifPresent(id -> parameters.wrong(PermissionErrors.unknownRuleId("No rule has a malformed id.")));
        return new RuleSelection.ByIds(
                ids.stream().filter(Id::isWellFormed).map(RuleId::new).toList());
    }
}
