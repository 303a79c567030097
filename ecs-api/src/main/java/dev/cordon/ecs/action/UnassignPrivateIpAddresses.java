package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.AddressFamily;

/// Takes IPv4 addresses or prefixes from an ENI; its primary address stays.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-unassignprivateipaddresses
/// UnassignPrivateIpAddresses
record UnassignPrivateIpAddresses(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("Ipv4Prefix.N", "NetworkInterfaceId", "PrivateIpAddress.N");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        Command.UnassignAddresses command = AddressReader.unassigned(parameters, AddressFamily.IPV4);
        return parameters.then(() -> desk.execute(request, command));
    }
}
