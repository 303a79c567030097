package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;
import java.util.stream.Stream;

/// Lists ENIs.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describenetworkinterfaces
/// DescribeNetworkInterfaces
record DescribeNetworkInterfaces(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "InstanceId",
                    "Ipv6Address.N",
                    "NetworkInterfaceId.N",
                    "NetworkInterfaceName",
                    "PrimaryIpAddress",
                    "PrivateIpAddress.N",
                    "SecurityGroupId",
                    "Status",
                    "Type",
                    "VSwitchId",
                    "VpcId")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS)
            .ignoring("ServiceManaged");

    private static final Fields<Paging.Page<Seen<Eni>>> ANSWERS =
            Paging.fields("NetworkInterfaceSets.NetworkInterfaceSet", EniAnswer.FIELDS);

    private static final int SIZE_MAX = 500;

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
        Filters<Eni> filters = new Filters<Eni>(parameters)
                .is("InstanceId", EniAnswer::instance)
                .is("VpcId", Eni::vpc)
                .is("VSwitchId", Eni::vSwitch)
                .is("Status", EniAnswer::status)
                .is("Type", EniAnswer::type)
                .is("NetworkInterfaceName", eni -> eni.details().name())
                .is("PrimaryIpAddress", eni -> eni.addresses().primary())
                .has("SecurityGroupId", eni -> eni.groups().stream())
                .ids(parameters.repeated("NetworkInterfaceId"))
                .oneOf(parameters.repeated("PrivateIpAddress"), DescribeNetworkInterfaces::addresses)
                .oneOf(parameters.repeated("Ipv6Address"), DescribeNetworkInterfaces::addresses)
                .labels(eni -> eni.details().labels());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<Eni> page = paging.page(filters.apply(state::enis, id -> state.eni(new EniId(id))), Eni::id);
            return new EcsResult.Success(ANSWERS.write(page.map(eni -> desk.seen(eni, state))));
        });
    }

    private static Stream<IpAddress> addresses(Eni eni) {
        return Stream.concat(Stream.of(eni.addresses().primary()), eni.addresses().others().stream());
    }
}
