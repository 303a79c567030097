package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VSwitch;
import java.util.List;
import java.util.stream.Stream;

/// Lists the zones of the region: some that there always are, and those of vSwitches.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describezones DescribeZones
record DescribeZones(Desk desk) implements Operation {

    private static final Takes TAKES =
            Takes.of().ignoring("AcceptLanguage", "InstanceChargeType", "SpotStrategy", "Verbose");

    private static final Fields<Object> NO_RESOURCES = Fields.none()
            .noFlag("IoOptimized")
            .noTexts("DataDiskCategories.supportedDataDiskCategory", "InstanceGenerations.supportedInstanceGeneration")
            .noTexts("InstanceTypeFamilies.supportedInstanceTypeFamily", "InstanceTypes.supportedInstanceType")
            .noTexts("NetworkTypes.supportedNetworkCategory", "SystemDiskCategories.supportedSystemDiskCategory");

    private static final Fields<List<String>> ANSWERS = Fields.<List<String>>none()
            .list(
                    "Zones.Zone",
                    List::stream,
                    Fields.<String>none()
                            .text("ZoneId", zone -> zone)
                            .text("LocalName", zone -> zone)
                            .text("ZoneType", zone -> "AvailabilityZone")
                            .texts("AvailableResourceCreation.ResourceTypes", zone -> Stream.of("VSwitch", "Instance"))
                            .noTexts("AvailableDedicatedHostTypes.DedicatedHostType")
                            .noTexts("AvailableDiskCategories.DiskCategories")
                            .noTexts("AvailableInstanceTypes.InstanceTypes")
                            .noTexts("AvailableVolumeCategories.VolumeCategories")
                            .noTexts("DedicatedHostGenerations.DedicatedHostGeneration")
                            .list("AvailableResources.ResourcesInfo", zone -> Stream.empty(), NO_RESOURCES));

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
        return parameters.then(() -> {
            Stream<String> known = Stream.of("-a", "-b", "-c").map(desk.region()::concat);
            Stream<String> used = desk.state().vSwitches().map(VSwitch::zone);
            return new EcsResult.Success(
                    ANSWERS.write(Stream.concat(known, used).distinct().sorted().toList()));
        });
    }
}
