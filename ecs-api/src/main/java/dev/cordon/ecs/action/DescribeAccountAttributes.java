package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import java.util.List;
import java.util.stream.Stream;

/// Lists the quotas of the account, those that have a meaning here.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeaccountattributes
/// DescribeAccountAttributes
record DescribeAccountAttributes(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("AttributeName.N").ignoring("ZoneId");

    private record Attribute(String name, String value) {}

    private static final Fields<List<Attribute>> ANSWERS = Fields.<List<Attribute>>none()
            .list(
                    "AccountAttributeItems.AccountAttributeItem",
                    List::stream,
                    Fields.<Attribute>none()
                            .text("AttributeName", Attribute::name)
                            .list(
                                    "AttributeValues.ValueItem",
                                    attribute -> Stream.of(attribute.value()),
                                    Fields.<String>none()
                                            .text("Value", value -> value)
                                            .noText("ZoneId", "InstanceType", "InstanceChargeType", "ExpiredTime")
                                            .noText("DiskCategory")
                                            .noNumber("Count")));

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
        List<String> wanted = parameters.repeated("AttributeName");
        return parameters.then(() -> new EcsResult.Success(ANSWERS.write(attributes()
                .filter(attribute -> wanted.isEmpty() || wanted.contains(attribute.name()))
                .toList())));
    }

    private Stream<Attribute> attributes() {
        return Stream.of(
                new Attribute("instance-network-type", Machine.NETWORK),
                new Attribute(
                        "max-security-groups", Integer.toString(desk.quotas().groupsPerRegion())));
    }
}
