package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Ipv6Subnet;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Labels;
import dev.cordon.model.policy.VpcId;

/// Makes a subnet of a VPC in one zone.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
/// CreateVSwitch
record CreateVSwitch(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "CidrBlock",
                    "Description",
                    "Ipv6CidrBlock#",
                    "Tag.N.Key",
                    "Tag.N.Value",
                    "VSwitchName",
                    "VpcId",
                    "ZoneId")
            .ignoring("VpcIpv6CidrBlock");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.V_SWITCH;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        parameters.required("CidrBlock");
        CidrBlock block = parameters
                .parsed("CidrBlock", CidrBlock::parse, NetworkErrors.malformedBlock())
                .orElse(CidrBlock.ALL_IPV4);
        VpcId vpc = parameters.id("VpcId", VpcId::new, NetworkErrors.vpcNotFound("of that id"));
        parameters.required("ZoneId");
        String zone = Texts.upTo(parameters, "ZoneId", Texts.NETWORK_NAME_LENGTH_MAX);
        String name = Texts.upTo(parameters, "VSwitchName", Texts.NETWORK_NAME_LENGTH_MAX);
        String description = Texts.upTo(parameters, "Description", Texts.DESCRIPTION_LENGTH_MAX);
        Ipv6Subnet ipv6 = Ipv6Reader.subnet(parameters);
        Labels labels = Labels.of("", LabelReader.tags(parameters));
        Details details = new Details(name, description, desk.now(), labels);
        return parameters.then(() -> desk.execute(
                request, new Command.CreateVSwitch(desk.ids().vSwitch(), vpc, block, ipv6, zone, details)));
    }
}
