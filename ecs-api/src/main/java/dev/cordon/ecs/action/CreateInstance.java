package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import java.util.List;

/// Makes one instance, which does not run yet. What has to do with neither network nor groups is
/// ignored.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createinstance CreateInstance
record CreateInstance(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(InstanceReader.PARAMETERS)
            .ignoring(
                    "HibernationOptions.*",
                    "PrivatePoolOptions.*",
                    "SystemDisk.*",
                    "Affinity",
                    "Arn.*",
                    "AutoRenew",
                    "AutoRenewPeriod",
                    "ClusterId",
                    "CreditSpecification",
                    "DataDisk.*",
                    "DedicatedHostId",
                    "DeploymentSetGroupNo",
                    "DeploymentSetId",
                    "HpcClusterId",
                    "HttpEndpoint",
                    "HttpPutResponseHopLimit",
                    "HttpTokens",
                    "ImageFamily",
                    "ImageId",
                    "InnerIpAddress",
                    "InstanceChargeType",
                    "InternetChargeType",
                    "InternetMaxBandwidthIn",
                    "InternetMaxBandwidthOut",
                    "IoOptimized",
                    "KeyPairName",
                    "NodeControllerId",
                    "Password",
                    "PasswordInherit",
                    "Period",
                    "PeriodUnit",
                    "RamRoleName",
                    "SecurityEnhancementStrategy",
                    "SpotDuration",
                    "SpotInterruptionBehavior",
                    "SpotPriceLimit",
                    "SpotStrategy",
                    "StorageSetId",
                    "StorageSetPartitionNumber",
                    "Tenancy",
                    "UseAdditionalService",
                    "UserData",
                    "VlanId",
                    "ZoneId");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.INSTANCE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        parameters.required("InstanceType");
        List<SecurityGroupId> groups = MemberReader.group(parameters);
        VSwitchId vSwitch = Placement.vSwitch(parameters);
        AddressRequest address = Placement.address(parameters);
        InstanceReader read = InstanceReader.read(parameters, desk);
        return parameters.then(() -> desk.execute(
                request,
                new Command.CreateInstance(
                        vSwitch, groups, read.machineType(), address, read.instance(desk.ids(), Power.STOPPED))));
    }
}
