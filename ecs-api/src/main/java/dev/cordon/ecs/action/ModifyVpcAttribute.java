package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.VpcId;
import java.util.List;

/// Changes the texts of a VPC, and gives it an IPv6 block if it has none.
///
/// @param version of either product
/// @spec
/// https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyvpcattribute
/// ModifyVpcAttribute
record ModifyVpcAttribute(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("Description", "EnableIPv6?", "Ipv6CidrBlock", "VpcId", "VpcName")
            .ignoring("CidrBlock", "EnableDnsHostname", "Ipv6Isp");

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
        VpcId vpc = parameters.id("VpcId", VpcId::new, NetworkErrors.vpcNotFound("of that id"));
        DetailsEdit details = Texts.networkEdit(parameters, "VpcName");
        List<CidrBlock> ipv6Blocks = Ipv6Reader.vpcBlocks(parameters, "EnableIPv6", vpc);
        return parameters.then(() -> desk.execute(request, new Command.ModifyVpc(vpc, details, ipv6Blocks)));
    }
}
