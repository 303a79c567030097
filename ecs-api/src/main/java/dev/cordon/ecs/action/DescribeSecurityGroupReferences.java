package dev.cordon.ecs.action;

import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lists the groups, of any account, whose rules name each of some groups; a group that
/// nobody names has no entry.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroupreferences
/// DescribeSecurityGroupReferences
record DescribeSecurityGroupReferences(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("SecurityGroupId.N");

    private static final int COUNT_MAX = 10;

    private record Named(SecurityGroupId group, List<SecurityGroup> by) {}

    private static final Fields<List<Named>> ANSWERS = Fields.<List<Named>>none()
            .list(
                    "SecurityGroupReferences.SecurityGroupReference",
                    List::stream,
                    Fields.<Named>none()
                            .text("SecurityGroupId", Named::group)
                            .list(
                                    "ReferencingSecurityGroups.ReferencingSecurityGroup",
                                    named -> named.by().stream(),
                                    Fields.<SecurityGroup>none()
                                            .text("SecurityGroupId", SecurityGroup::id)
                                            .text("AliUid", by -> by.details().owner())));

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
        List<String> ids = parameters.repeated("SecurityGroupId");
        if (ids.isEmpty()) {
            parameters.wrong(GeneralErrors.missingParameter("SecurityGroupId.N"));
        }
        if (ids.size() > COUNT_MAX) {
            parameters.wrong(GeneralErrors.invalidParameter("SecurityGroupId.N", "up to " + COUNT_MAX + " groups"));
        }
        if (!ids.stream().allMatch(Id::isWellFormed)) {
            parameters.wrong(GroupErrors.malformedId());
        }
        return parameters.then(() ->
                answer(ids.stream().distinct().map(SecurityGroupId::new).toList(), desk.state(), desk.neighbours()));
    }

    private static EcsResult answer(List<SecurityGroupId> groups, PolicyState state, Neighbours neighbours) {
        Optional<SecurityGroupId> missing =
                groups.stream().filter(id -> state.group(id).isEmpty()).findFirst();
        if (missing.isPresent()) {
            return new EcsResult.Failure(GroupErrors.notFound(missing.get()));
        }
        Stream<Named> named = groups.stream()
                .map(id -> new Named(
                        id,
                        neighbours
                                .all()
                                .rulesNaming(id)
                                .map(Rule::group)
                                .distinct()
                                .sorted()
                                .flatMap(by -> neighbours.group(by).stream())
                                .toList()));
        return new EcsResult.Success(
                ANSWERS.write(named.filter(each -> !each.by().isEmpty()).toList()));
    }
}
