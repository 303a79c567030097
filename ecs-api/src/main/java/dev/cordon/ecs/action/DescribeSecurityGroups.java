package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Quotas;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Lists groups. One that does not exist is no mistake here, but an empty list.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroups DescribeSecurityGroups
record DescribeSecurityGroups(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "SecurityGroupId",
                    "SecurityGroupIds",
                    "SecurityGroupName",
                    "SecurityGroupType",
                    "VpcId",
                    "NetworkType",
                    "ServiceManaged?",
                    "IsQueryEcsCount?")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS)
            .ignoring("FuzzyQuery");

    private static final int SIZE_MAX = 100;

    private static final Fields<Shown> ANSWERS = Fields.<Shown>none()
            .text("RegionId", Shown::region)
            .with(Shown::page, Paging.fields("SecurityGroups.SecurityGroup", Counted.FIELDS));

    /// Whether instances are counted: that takes a look at every member.
    private enum Counting {
        ASKED_FOR,
        LEFT_OUT
    }

    private record Shown(Paging.Page<Counted> page, String region) {}

    private record Counted(Seen<SecurityGroup> group, Counting counting, Quotas quotas) {

        static final Fields<Counted> FIELDS = Fields.<Counted>none()
                .with(Counted::group, GroupAnswer.FIELDS)
                .numberIfAsked("EcsCount", Counted::instances)
                .numberIfAsked("AvailableInstanceAmount", Counted::room);

        private OptionalLong instances() {
            return asked(() -> GroupAnswer.instanceCount(group.it(), group.state()));
        }

        private OptionalLong room() {
            return asked(() -> GroupAnswer.room(group.it(), group.state(), quotas));
        }

        private OptionalLong asked(LongSupplier count) {
            return switch (counting) {
                case ASKED_FOR -> OptionalLong.of(count.getAsLong());
                case LEFT_OUT -> OptionalLong.empty();
            };
        }
    }

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
        Filters<SecurityGroup> filters = new Filters<SecurityGroup>(parameters)
                .is("VpcId", SecurityGroup::vpc)
                .id("SecurityGroupId")
                .ids(parameters.textList("SecurityGroupIds").orElse(List.of()))
                .is("SecurityGroupName", group -> group.details().name())
                .is("SecurityGroupType", group -> GroupAnswer.type(group.type()))
                .is("ServiceManaged", GroupAnswer::isServiceManaged)
                .is("NetworkType", group -> Machine.NETWORK)
                .labels(group -> group.details().labels());
        return Desk.describe(
                parameters,
                () -> answer(
                        paging,
                        filters,
                        parameters.isTrue("IsQueryEcsCount") ? Counting.ASKED_FOR : Counting.LEFT_OUT));
    }

    private EcsResult answer(Paging paging, Filters<SecurityGroup> filters, Counting counting) {
        PolicyState state = desk.state();
        Paging.Page<SecurityGroup> page = paging.page(
                filters.apply(state::groups, id -> state.group(new SecurityGroupId(id))), SecurityGroup::id);
        return new EcsResult.Success(ANSWERS.write(new Shown(
                page.map(group -> new Counted(desk.seen(group, state), counting, desk.quotas())), desk.region())));
    }
}
