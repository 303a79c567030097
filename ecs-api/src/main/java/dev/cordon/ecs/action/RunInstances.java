package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.NewInstance;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes like instances, each with a primary ENI. What has to do with neither network nor groups is
/// ignored.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances RunInstances
record RunInstances(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("Amount#", "SecurityGroupIds.N")
            .and(InstanceReader.PARAMETERS)
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
                    "Ipv6Address.N",
                    "Ipv6AddressCount",
                    "Isp",
                    "KeyPairName",
                    "LaunchTemplateId",
                    "LaunchTemplateName",
                    "LaunchTemplateVersion",
                    "MinAmount",
                    "NetworkInterface.*",
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
        List<SecurityGroupId> groups = MemberReader.groups(parameters);
        InstanceReader read = InstanceReader.read(parameters, desk);
        return parameters.then(() -> {
            List<NewInstance> instances = Stream.generate(() -> read.instance(desk.ids(), Power.RUNNING))
                    .limit(count)
                    .toList();
            String type = read.machineType().isEmpty() ? TYPE_DEFAULT : read.machineType();
            return desk.execute(
                    request, new Command.RunInstances(read.vSwitch(), groups, type, read.address(), instances));
        });
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
