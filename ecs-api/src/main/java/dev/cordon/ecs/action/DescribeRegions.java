package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import java.util.stream.Stream;

/// Lists the one region that there is.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeregions DescribeRegions
record DescribeRegions(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of().ignoring("AcceptLanguage", "InstanceChargeType", "ResourceType");

    private static final Fields<String> ANSWERS = Fields.<String>none()
            .list(
                    "Regions.Region",
                    Stream::of,
                    Fields.<String>none()
                            .text("RegionId", region -> region)
                            .text("LocalName", region -> region)
                            .text("Status", region -> "available")
                            .noText("RegionEndpoint"));

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
        return parameters.then(() -> new EcsResult.Success(ANSWERS.write(desk.region())));
    }
}
