package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.controlplane.command.Ipv6Subnet;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VSwitchId;

/// Changes the texts of a vSwitch, and gives it a part of the IPv6 block of its VPC.
///
/// @param version of either product
/// @spec
/// https://help.aliyun.com/zh/vpc/developer-reference/api-vpc-2016-04-28-modifyvswitchattribute
/// ModifyVSwitchAttribute
record ModifyVSwitchAttribute(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("Description", "Ipv6CidrBlock#", "VSwitchId", "VSwitchName")
            .ignoring("EnableIPv6", "VpcIpv6CidrBlock");

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
        VSwitchId vSwitch = parameters.id("VSwitchId", VSwitchId::new, NetworkErrors.vSwitchNotFound("of that id"));
        DetailsEdit details = Texts.networkEdit(parameters, "VSwitchName");
        Ipv6Subnet ipv6 = Ipv6Reader.subnet(parameters);
        return parameters.then(() -> desk.execute(request, new Command.ModifyVSwitch(vSwitch, details, ipv6)));
    }
}
