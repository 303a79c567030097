package dev.cordon.ecs.action;

import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;

/// Lists the groups whose rules name a port range list.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeportrangelistassociations
/// DescribePortRangeListAssociations
record DescribePortRangeListAssociations(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("PortRangeListId").and(Paging.PARAMETERS);

    private static final Fields<Paging.Page<SecurityGroupId>> ANSWERS = Paging.fields(
            "PortRangeListAssociations",
            Fields.<SecurityGroupId>none().text("ResourceId", id -> id).text("ResourceType", id -> "SecurityGroup"));

    private static final int SIZE_MAX = 100;

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return ANSWERS;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        Paging paging = Paging.of(parameters, SIZE_MAX);
        PortListId list =
                parameters.id("PortRangeListId", PortListId::new, PermissionErrors.portListNotFound("of that id"));
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.portList(list).isPresent()
                    ? new EcsResult.Success(ANSWERS.write(
                            paging.page(state.rulesNaming(list).map(Rule::group).distinct(), id -> id)))
                    : new EcsResult.Failure(PermissionErrors.portListNotFound(list.value()));
        });
    }
}
