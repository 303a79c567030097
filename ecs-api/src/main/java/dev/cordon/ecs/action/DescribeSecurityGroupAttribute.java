package dev.cordon.ecs.action;

import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Shows a group with its rules: ingress first, each direction in the order of writing.
///
/// All rules are shown unless a page of them is asked for; the token is how many came before.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroupattribute
/// DescribeSecurityGroupAttribute
record DescribeSecurityGroupAttribute(Desk desk) implements Action {

    private static final int SIZE_MAX = 1_000;
    private static final int SKIPPED_MAX = 999_999_999;
    private static final List<Direction> BOTH = List.of(Direction.INGRESS, Direction.EGRESS);
    private static final Map<String, List<Direction>> DIRECTIONS =
            Map.of("ingress", List.of(Direction.INGRESS), "egress", List.of(Direction.EGRESS), "all", BOTH);

    @Override
    public String name() {
        return "DescribeSecurityGroupAttribute";
    }

    @Override
    public String version() {
        return Versions.ECS;
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        SecurityGroupId id = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        List<Direction> directions = parameters
                .parsed(
                        "Direction",
                        text -> Optional.ofNullable(DIRECTIONS.get(text.toLowerCase(Locale.ROOT))),
                        GeneralErrors.invalidDirection())
                .orElse(BOTH);
        int size = parameters.number("MaxResults", 1, SIZE_MAX, Integer.MAX_VALUE);
        int skipped = parameters.number("NextToken", 0, SKIPPED_MAX, 0);
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.group(id)
                    .<EcsResult>map(group ->
                            new EcsResult.Success(answer(group, rules(group, directions, state), skipped, size, state)))
                    .orElseGet(() -> new EcsResult.Failure(GroupErrors.notFound(id)));
        });
    }

    private static List<Rule> rules(SecurityGroup group, List<Direction> directions, PolicyState state) {
        List<Rule> all = state.rulesOf(group.id());
        return directions.stream()
                .flatMap(direction -> all.stream().filter(rule -> rule.direction() == direction))
                .toList();
    }

    private ObjectNode answer(SecurityGroup group, List<Rule> rules, int skipped, int size, PolicyState state) {
        List<Rule> shown = rules.stream().skip(skipped).limit(size).toList();
        int seen = skipped + shown.size();
        ObjectNode body = Json.object()
                .put("RegionId", desk.region())
                .put("VpcId", group.vpc().value())
                .put("SecurityGroupId", group.id().value())
                .put("SecurityGroupName", group.details().name())
                .put("Description", group.details().description())
                .put("InnerAccessPolicy", GroupAnswer.policy(group.intraGroupPolicy()))
                .put("NextToken", seen < rules.size() ? Integer.toString(seen) : "");
        Wrapped.list(body, "Permissions", "Permission", shown.stream().map(rule -> RuleAnswer.of(rule, state)));
        Wrapped.texts(body, "SnapshotPolicyIds", "SnapshotPolicyId", Stream.empty());
        return body;
    }
}
