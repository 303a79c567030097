package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Interconnects the members of a basic group, or isolates them.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygrouppolicy
/// ModifySecurityGroupPolicy
record ModifySecurityGroupPolicy(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("SecurityGroupId", "InnerAccessPolicy");

    private static final Map<String, IntraGroupPolicy> POLICIES =
            Map.of("accept", IntraGroupPolicy.INTERCONNECTED, "drop", IntraGroupPolicy.ISOLATED);

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        SecurityGroupId group = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        parameters.required("InnerAccessPolicy");
        IntraGroupPolicy policy = parameters
                .parsed(
                        "InnerAccessPolicy",
                        text -> Optional.ofNullable(POLICIES.get(text.toLowerCase(Locale.ROOT))),
                        GroupErrors.malformedPolicy())
                .orElse(IntraGroupPolicy.ISOLATED);
        return parameters.then(() -> desk.execute(request, new Command.SetIntraGroupPolicy(group, policy)));
    }
}
