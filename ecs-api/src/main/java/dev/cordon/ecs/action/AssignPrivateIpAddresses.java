package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.AddressFamily;

/// Gives an ENI more IPv4 addresses or prefixes: those named, or as many as are counted.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-assignprivateipaddresses AssignPrivateIpAddresses
record AssignPrivateIpAddresses(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("NetworkInterfaceId").and(AddressReader.IPV4);

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.IPV4_ASSIGNED;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        Command.AssignAddresses command = AddressReader.assigned(parameters, AddressFamily.IPV4);
        return parameters.then(() -> desk.execute(request, command));
    }
}
