package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.EniEdit;
import dev.cordon.controlplane.command.MoreAddresses;
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
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import java.util.List;

/// Makes an ENI that belongs to no instance yet, with as many addresses as are asked for.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createnetworkinterface CreateNetworkInterface
record CreateNetworkInterface(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "Description",
                    "NetworkInterfaceName",
                    "PrimaryIpAddress",
                    "SecurityGroupId",
                    "SecurityGroupIds.N",
                    "VSwitchId")
            .and(AddressReader.IPV4)
            .and(AddressReader.IPV6)
            .and(EniReader.PARAMETERS)
            .and(LabelReader.PARAMETERS)
            .ignoring(
                    "BusinessType",
                    "EnablePrimaryIPv6",
                    "EnhancedNetwork.*",
                    "InstanceType",
                    "NetworkInterfaceTrafficConfig.*",
                    "NetworkInterfaceTrafficMode",
                    "QueueNumber",
                    "QueuePairNumber",
                    "RxQueueSize",
                    "TxQueueSize",
                    "Visible");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.ENI;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        VSwitchId vSwitch = parameters.id("VSwitchId", VSwitchId::new, NetworkErrors.vSwitchNotFound("of that id"));
        List<SecurityGroupId> groups = MemberReader.groups(parameters);
        AddressRequest address = MemberReader.address(
                parameters, "PrimaryIpAddress", NetworkErrors.malformedEniAddress("PrimaryIpAddress"));
        String name = Texts.name(parameters, "NetworkInterfaceName", MemberErrors.malformedEniName());
        String description = Texts.description(parameters, MemberErrors.malformedEniDescription());
        MoreAddresses more = AddressReader.both(parameters);
        EniEdit.Settings settings = EniReader.settings(parameters);
        Details details = new Details(name, description, desk.now(), LabelReader.read(parameters));
        return parameters.then(() -> {
            EniId id = desk.ids().eni();
            return desk.execute(
                    request,
                    new Command.CreateEni(
                            id, vSwitch, groups, address, more, settings.over(EniSettings.of(Ids.mac(id))), details));
        });
    }
}
