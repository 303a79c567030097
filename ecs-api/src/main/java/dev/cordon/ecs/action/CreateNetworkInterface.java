package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Command;
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
import java.util.stream.Stream;

/// Makes an ENI with one address, which belongs to no instance yet.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createnetworkinterface CreateNetworkInterface
record CreateNetworkInterface(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "Description",
                    "Ipv4Prefix.N",
                    "Ipv4PrefixCount#",
                    "Ipv6Address.N",
                    "Ipv6AddressCount#",
                    "Ipv6Prefix.N",
                    "Ipv6PrefixCount#",
                    "NetworkInterfaceName",
                    "PrimaryIpAddress",
                    "PrivateIpAddress.N",
                    "SecondaryPrivateIpAddressCount#",
                    "SecurityGroupId",
                    "SecurityGroupIds.N",
                    "VSwitchId")
            .ignoring(
                    "BusinessType",
                    "ConnectionTrackingConfiguration.*",
                    "DeleteOnRelease",
                    "EnablePrimaryIPv6",
                    "EnhancedNetwork.*",
                    "InstanceType",
                    "NetworkInterfaceTrafficConfig.*",
                    "NetworkInterfaceTrafficMode",
                    "QueueNumber",
                    "QueuePairNumber",
                    "ResourceGroupId",
                    "RxQueueSize",
                    "SourceDestCheck",
                    "Tag.*",
                    "TxQueueSize",
                    "Visible");

    private static final List<String> COUNTS =
            List.of("SecondaryPrivateIpAddressCount", "Ipv6AddressCount", "Ipv4PrefixCount", "Ipv6PrefixCount");

    private static final List<String> LISTS = List.of("PrivateIpAddress", "Ipv6Address", "Ipv4Prefix", "Ipv6Prefix");

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
        AddressRequest address = MemberReader.address(parameters, "PrimaryIpAddress");
        String name = Texts.name(parameters, "NetworkInterfaceName", MemberErrors.malformedEniName());
        String description = Texts.description(parameters, MemberErrors.malformedEniDescription());
        refuseMoreAddresses(parameters);
        return parameters.then(() -> {
            EniId id = desk.ids().eni();
            Details details = new Details(name, description, desk.now());
            return desk.execute(
                    request, new Command.CreateEni(id, vSwitch, groups, address, EniSettings.of(Ids.mac(id)), details));
        });
    }

    /// An ENI with fewer addresses than asked for would mislead whoever hands them out.
    private static void refuseMoreAddresses(Parameters parameters) {
        Stream<String> counts = COUNTS.stream()
                .filter(name -> !parameters.text(name).orElse("0").equals("0"));
        Stream<String> lists =
                LISTS.stream().filter(name -> !parameters.repeated(name).isEmpty());
        Stream.concat(counts, lists).findFirst().ifPresent(name -> parameters.wrong(MemberErrors.oneAddressOnly(name)));
    }
}
