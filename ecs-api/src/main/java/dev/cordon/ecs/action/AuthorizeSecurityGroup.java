package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.NewRule;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// Writes rules into a group. One that is there already is not written again.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup AuthorizeSecurityGroup
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroupegress
/// AuthorizeSecurityGroupEgress
record AuthorizeSecurityGroup(Desk desk, Direction direction) implements Operation {

    @Override
    public String name() {
        return switch (direction) {
            case INGRESS -> "AuthorizeSecurityGroup";
            case EGRESS -> "AuthorizeSecurityGroupEgress";
        };
    }

    @Override
    public Takes takes() {
        return reader().takesAll().and("SecurityGroupId");
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        SecurityGroupId group = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        List<Permission> permissions = reader().read(parameters);
        return parameters.then(() -> {
            Ids ids = desk.ids();
            Neighbours neighbours = desk.neighbours();
            List<NewRule> rules = permissions.stream()
                    .map(permission -> permission.toRule(ids.rule(), neighbours))
                    .toList();
            return desk.execute(request, new Command.AuthorizeRules(group, direction, rules));
        });
    }

    private PermissionReader reader() {
        return new PermissionReader(direction, desk.now());
    }
}
