package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.VpcId;
import java.util.Map;
import java.util.Optional;

/// Makes a group without rules and without members.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createsecuritygroup CreateSecurityGroup
record CreateSecurityGroup(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("VpcId", "SecurityGroupType", "SecurityGroupName", "Description")
            .and(LabelReader.PARAMETERS)
            .ignoring("ServiceManaged");

    private static final Map<String, GroupType> TYPES =
            Map.of("normal", GroupType.BASIC, "enterprise", GroupType.ADVANCED);

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.GROUP;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        GroupType type = parameters
                .parsed(
                        "SecurityGroupType",
                        text -> Optional.ofNullable(TYPES.get(text)),
                        GeneralErrors.invalidParameter("SecurityGroupType", "normal or enterprise"))
                .orElse(GroupType.BASIC);
        String name = Texts.name(parameters, "SecurityGroupName", GroupErrors.malformedName());
        String description = Texts.description(parameters, GroupErrors.malformedDescription());
        Details details = new Details(name, description, desk.now(), LabelReader.read(parameters));
        VpcId vpc = vpc(parameters, type);
        return parameters.then(
                () -> desk.execute(request, new Command.CreateGroup(desk.ids().group(), vpc, type, details)));
    }

    /// There is no classic network here, so a group without a VPC has no place.
    private static VpcId vpc(Parameters parameters, GroupType type) {
        if (!parameters.has("VpcId")) {
            parameters.wrong(
                    switch (type) {
                        case BASIC -> GroupErrors.noClassicNetwork();
                        case ADVANCED -> GroupErrors.advancedNeedsVpc();
                    });
        }
        return parameters.id("VpcId", VpcId::new, NetworkErrors.vpcNotFound("of that id"));
    }
}
