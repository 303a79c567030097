package dev.cordon.ecs.action;

import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Lists instances. Their groups, addresses and vSwitch are those of their primary ENI.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeinstances DescribeInstances
record DescribeInstances(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "InstanceIds",
                    "InstanceName",
                    "InstanceNetworkType",
                    "InstanceType",
                    "PrivateIpAddresses",
                    "SecurityGroupId",
                    "Status",
                    "VSwitchId",
                    "VpcId")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS)
            .ignoring(
                    "Filter.*",
                    "AdditionalAttributes.N",
                    "DeviceAvailable",
                    "EipAddresses",
                    "HpcClusterId",
                    "HttpEndpoint",
                    "HttpPutResponseHopLimit",
                    "HttpTokens",
                    "ImageId",
                    "InnerIpAddresses",
                    "InstanceChargeType",
                    "InstanceTypeFamily",
                    "InternetChargeType",
                    "IoOptimized",
                    "Ipv6Address.N",
                    "KeyPairName",
                    "LockReason",
                    "NeedSaleCycle",
                    "PublicIpAddresses",
                    "RdmaIpAddresses",
                    "ZoneId");

    private static final Fields<Paging.Page<Seen<Machine>>> ANSWERS =
            Paging.fields("Instances.Instance", MachineAnswer.FIELDS);

    private static final int SIZE_MAX = 100;
    private static final Set<String> STATUSES = Set.of("Pending", "Running", "Starting", "Stopping", "Stopped");

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
        Filters<Machine> filters = new Filters<Machine>(parameters)
                .ids(parameters.textList("InstanceIds").orElse(List.of()))
                .oneOf(
                        parameters.textList("PrivateIpAddresses").orElse(List.of()),
                        machine -> Stream.of(machine.primary().addresses().primary()))
                .is("VpcId", machine -> machine.instance().vpc())
                .is("VSwitchId", machine -> machine.primary().vSwitch())
                .is("InstanceName", machine -> machine.instance().details().name())
                .is("InstanceType", machine -> machine.instance().machineType())
                .is("InstanceNetworkType", machine -> Machine.NETWORK)
                .is("Status", machine -> Machine.status(machine.instance()))
                .has("SecurityGroupId", machine -> machine.primary().groups().stream())
                .labels(machine -> machine.instance().details().labels());
        parameters.parsed("Status", text -> Optional.of(text).filter(STATUSES::contains), MemberErrors.unknownStatus());
        return Desk.describe(parameters, () -> {
            PolicyState state = desk.state();
            Stream<Machine> machines = filters.apply(
                    () -> state.instances().map(instance -> Machine.of(instance, state)),
                    id -> state.instance(new InstanceId(id)).map(instance -> Machine.of(instance, state)));
            Paging.Page<Machine> page = paging.page(machines, Machine::id);
            return new EcsResult.Success(ANSWERS.write(page.map(machine -> desk.seen(machine, state))));
        });
    }
}
