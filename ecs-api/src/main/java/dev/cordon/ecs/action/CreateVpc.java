package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.VpcId;
import java.util.List;

/// Makes a network.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc
/// CreateVpc
record CreateVpc(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("CidrBlock", "Description", "EnableIpv6?", "Ipv6CidrBlock", "VpcName")
            .and(LabelReader.PARAMETERS)
            .ignoring(
                    "EnableDnsHostname",
                    "Ipv4CidrMask",
                    "Ipv4IpamPoolId",
                    "Ipv6CidrMask",
                    "Ipv6IpamPoolId",
                    "Ipv6Isp",
                    "UserCidr");

    private static final CidrBlock BLOCK_DEFAULT = CidrBlock.of("172.16.0.0/12");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.VPC;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        CidrBlock block = parameters
                .parsed("CidrBlock", CidrBlock::parse, NetworkErrors.malformedBlock())
                .orElse(BLOCK_DEFAULT);
        String name = Texts.upTo(parameters, "VpcName", Texts.NETWORK_NAME_LENGTH_MAX);
        String description = Texts.upTo(parameters, "Description", Texts.DESCRIPTION_LENGTH_MAX);
        Details details = new Details(name, description, desk.now(), LabelReader.read(parameters));
        VpcId id = desk.ids().vpc();
        List<CidrBlock> ipv6Blocks = Ipv6Reader.vpcBlocks(parameters, "EnableIpv6", id);
        return parameters.then(() -> desk.execute(request, new Command.CreateVpc(id, block, ipv6Blocks, details)));
    }
}
