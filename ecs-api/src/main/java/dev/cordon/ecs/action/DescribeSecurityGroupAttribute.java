package dev.cordon.ecs.action;

import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Shows a group with its rules: ingress first, each direction in the order of writing.
///
/// All rules are shown unless a page of them is asked for; the token is how many came before.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroupattribute
/// DescribeSecurityGroupAttribute
record DescribeSecurityGroupAttribute(Desk desk) implements Operation {

    private static final Takes TAKES =
            Takes.of("SecurityGroupId", "Direction", "MaxResults#", "NextToken").ignoring("Attribute", "NicType");

    private static final Fields<Shown> ANSWERS = Fields.<Shown>none()
            .text("RegionId", shown -> shown.group().region())
            .text("VpcId", shown -> shown.group().it().vpc())
            .text("SecurityGroupId", shown -> shown.group().it().id())
            .text("SecurityGroupName", shown -> shown.group().it().details().name())
            .text("Description", shown -> shown.group().it().details().description())
            .text(
                    "InnerAccessPolicy",
                    shown -> GroupAnswer.policy(shown.group().it().intraGroupPolicy()))
            .list("Permissions.Permission", shown -> shown.rules().stream().map(shown.group()::with), RuleAnswer.FIELDS)
            .noTexts("SnapshotPolicyIds.SnapshotPolicyId")
            .text("NextToken", Shown::token);

    private static final int SIZE_MAX = 1_000;
    private static final List<Direction> BOTH = List.of(Direction.INGRESS, Direction.EGRESS);
    private static final Map<String, List<Direction>> DIRECTIONS =
            Map.of("ingress", List.of(Direction.INGRESS), "egress", List.of(Direction.EGRESS), "all", BOTH);

    private record Shown(Seen<SecurityGroup> group, List<Rule> rules, String token) {}

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
        SecurityGroupId id = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        List<Direction> directions = parameters
                .parsed(
                        "Direction",
                        text -> Optional.ofNullable(DIRECTIONS.get(text.toLowerCase(Locale.ROOT))),
                        GeneralErrors.invalidDirection())
                .orElse(BOTH);
        int size = parameters.number("MaxResults", 1, SIZE_MAX, Integer.MAX_VALUE);
        int skipped = parameters
                .parsed(
                        "NextToken",
                        text -> Optional.of(text)
                                .filter(given -> given.matches("[0-9]{1,9}"))
                                .map(Integer::parseInt),
                        GeneralErrors.invalidParameter("NextToken", "the NextToken of an answer"))
                .orElse(0);
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.group(id)
                    .map(group -> answer(group, rules(group, directions, state), skipped, size, state))
                    .orElseGet(() -> new EcsResult.Failure(GroupErrors.notFound(id)));
        });
    }

    private static List<Rule> rules(SecurityGroup group, List<Direction> directions, PolicyState state) {
        List<Rule> all = state.rulesOf(group.id());
        return directions.stream()
                .flatMap(direction -> all.stream().filter(rule -> rule.direction() == direction))
                .toList();
    }

    private EcsResult answer(SecurityGroup group, List<Rule> rules, int skipped, int size, PolicyState state) {
        List<Rule> shown = rules.stream().skip(skipped).limit(size).toList();
        int seen = skipped + shown.size();
        String token = seen < rules.size() ? Integer.toString(seen) : "";
        return new EcsResult.Success(ANSWERS.write(new Shown(desk.seen(group, state), shown, token)));
    }
}
