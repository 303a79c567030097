package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.NewInstance;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes like instances, each with a primary ENI. What has to do with neither network nor groups is
/// ignored.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances RunInstances
record RunInstances(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "Amount#",
                    "Description",
                    "HostName",
                    "InstanceName",
                    "InstanceType",
                    "PrivateIpAddress",
                    "SecurityGroupId",
                    "SecurityGroupIds.N",
                    "VSwitchId")
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
                    "DeletionProtection",
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
                    "ResourceGroupId",
                    "SecurityEnhancementStrategy",
                    "SpotDuration",
                    "SpotInterruptionBehavior",
                    "SpotPriceLimit",
                    "SpotStrategy",
                    "StorageSetId",
                    "StorageSetPartitionNumber",
                    "Tag.*",
                    "Tenancy",
                    "UniqueSuffix",
                    "UserData",
                    "ZoneId");

    private static final int COUNT_MAX = 100;
    private static final String TYPE_DEFAULT = "ecs.g7.large";
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{1,63}");

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
        VSwitchId vSwitch = parameters.id("VSwitchId", VSwitchId::new, NetworkErrors.vSwitchNotFound("of that id"));
        List<SecurityGroupId> groups = MemberReader.groups(parameters);
        AddressRequest address = MemberReader.address(parameters, "PrivateIpAddress");
        String name = Texts.name(parameters, "InstanceName", MemberErrors.malformedInstanceName());
        String description = Texts.description(parameters, MemberErrors.malformedInstanceDescription());
        String hostName = Texts.matching(parameters, "HostName", HOST_NAME, MemberErrors.malformedHostName());
        String type = Texts.matching(parameters, "InstanceType", TYPE, MemberErrors.malformedInstanceType());
        return parameters.then(() -> {
            Details details = new Details(name, description, desk.now());
            List<NewInstance> instances = Stream.generate(() -> instance(details, hostName))
                    .limit(count)
                    .toList();
            return desk.execute(
                    request,
                    new Command.RunInstances(
                            vSwitch, groups, type.isEmpty() ? TYPE_DEFAULT : type, address, instances));
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

    private NewInstance instance(Details details, String hostName) {
        InstanceId id = desk.ids().instance();
        EniId eni = desk.ids().eni();
        Details named = new Details(
                details.name().isEmpty() ? id.value() : details.name(), details.description(), details.createdAt());
        return new NewInstance(id, eni, EniSettings.of(Ids.mac(eni)), hostName, named);
    }
}
