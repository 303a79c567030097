package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.NewInstance;
import dev.cordon.controlplane.command.SecondaryEni;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Power;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes like instances, each with a primary ENI and maybe others. What has to do with neither
/// network nor groups is ignored.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances RunInstances
record RunInstances(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("Amount#", "Ipv6Address.N", "Ipv6AddressCount#", "SecurityGroupIds.N")
            .and(InstanceReader.PARAMETERS)
            .and(InterfaceReader.PARAMETERS)
            .ignoring(
                    "CpuOptions.*",
                    "HibernationOptions.Configured",
                    "PrivatePoolOptions.*",
                    "SchedulerOptions.DedicatedHostClusterId",
                    "SecurityOptions.*",
                    "SystemDisk.*",
                    "Affinity",
                    "Arn.*",
                    "AutoPay",
                    "AutoReleaseTime",
                    "AutoRenew",
                    "AutoRenewPeriod",
                    "ClockOptions.PtpStatus",
                    "CreditSpecification",
                    "DataDisk.*",
                    "DedicatedHostId",
                    "DeploymentSetGroupNo",
                    "DeploymentSetId",
                    "HostNames.N",
                    "HpcClusterId",
                    "HttpEndpoint",
                    "HttpPutResponseHopLimit",
                    "HttpTokens",
                    "ImageFamily",
                    "ImageId",
                    "ImageOptions.LoginAsNonRoot",
                    "InstanceChargeType",
                    "InternetChargeType",
                    "InternetMaxBandwidthIn",
                    "InternetMaxBandwidthOut",
                    "IoOptimized",
                    "Isp",
                    "KeyPairName",
                    "LaunchTemplateId",
                    "LaunchTemplateName",
                    "LaunchTemplateVersion",
                    "MinAmount",
                    "NetworkInterface.N.NetworkCardIndex",
                    "NetworkInterface.N.NetworkInterfaceTrafficMode",
                    "NetworkInterface.N.QueueNumber",
                    "NetworkInterface.N.QueuePairNumber",
                    "NetworkInterface.N.RxQueueSize",
                    "NetworkInterface.N.TxQueueSize",
                    "NetworkInterfaceQueueNumber",
                    "NetworkOptions.*",
                    "Password",
                    "PasswordInherit",
                    "Period",
                    "PeriodUnit",
                    "PrivateDnsNameOptions.*",
                    "RamRoleName",
                    "SecurityEnhancementStrategy",
                    "SpotDuration",
                    "SpotInterruptionBehavior",
                    "SpotPriceLimit",
                    "SpotStrategy",
                    "StorageSetId",
                    "StorageSetPartitionNumber",
                    "Tenancy",
                    "UniqueSuffix",
                    "UserData",
                    "ZoneId");

    private static final int COUNT_MAX = 100;
    private static final String TYPE_DEFAULT = "ecs.g7.large";

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.INSTANCES;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        int count = amount(parameters);
        Placement placement = Placement.read(parameters);
        List<InterfaceReader.Secondary> secondary = InterfaceReader.secondary(parameters, placement, desk.now());
        InstanceReader read = InstanceReader.read(parameters, desk);
        Details ofPrimary = InterfaceReader.primaryDetails(parameters, desk.now());
        return parameters.then(() -> {
            Ids ids = desk.ids();
            List<NewInstance> instances = Stream.generate(() -> read.instance(ids, Power.RUNNING, ofPrimary))
                    .limit(count)
                    .toList();
            List<SecondaryEni> enis = instances.stream()
                    .flatMap(instance -> secondary.stream().map(each -> each.of(instance.id(), ids)))
                    .toList();
            return desk.execute(request, command(placement, read, instances, enis));
        });
    }

    private static Command command(
            Placement placement, InstanceReader read, List<NewInstance> instances, List<SecondaryEni> secondary) {
        return new Command.RunInstances(
                placement.vSwitch(),
                placement.groups(),
                read.machineType().isEmpty() ? TYPE_DEFAULT : read.machineType(),
                placement.address(),
                placement.more(),
                instances,
                secondary);
    }

    private static int amount(Parameters parameters) {
        return parameters
                .parsed("Amount", RunInstances::parseAmount, MemberErrors.amount(COUNT_MAX))
                .orElse(1);
    }

    private static Optional<Integer> parseAmount(String text) {
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.parseInt(text)).filter(count -> 1 <= count && count <= COUNT_MAX)
                : Optional.empty();
    }
}
