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

/// Makes a network.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc
/// CreateVpc
record CreateVpc(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("CidrBlock", "Description", "VpcName")
            .ignoring(
                    "EnableDnsHostname",
                    "EnableIpv6",
                    "Ipv4CidrMask",
                    "Ipv4IpamPoolId",
                    "Ipv6CidrBlock",
                    "Ipv6CidrMask",
                    "Ipv6IpamPoolId",
                    "Ipv6Isp",
                    "ResourceGroupId",
                    "Tag.*",
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
        return parameters.then(() -> desk.execute(
                request, new Command.CreateVpc(desk.ids().vpc(), block, new Details(name, description, desk.now()))));
    }
}
