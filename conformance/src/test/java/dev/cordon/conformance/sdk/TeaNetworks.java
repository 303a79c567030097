package dev.cordon.conformance.sdk;

import com.aliyun.ecs20140526.models.DeleteVSwitchRequest;
import com.aliyun.ecs20140526.models.DeleteVpcRequest;
import java.util.Map;

/// Made in the product VPC; deleted by the copies of its actions that ECS still has.
record TeaNetworks(TeaCalls calls) implements Cloud.Networks {

    @Override
    public String createVpc(String block) {
        return calls.callVpc("CreateVpc", Map.of("RegionId", calls.region(), "CidrBlock", block))
                .get("VpcId")
                .toString();
    }

    @Override
    public String createVSwitch(String vpc, String block) {
        Map<String, String> parameters =
                Map.of("RegionId", calls.region(), "VpcId", vpc, "CidrBlock", block, "ZoneId", calls.region() + "-h");
        return calls.callVpc("CreateVSwitch", parameters).get("VSwitchId").toString();
    }

    @Override
    public void deleteVSwitch(String id) {
        calls.call(client -> client.deleteVSwitch(
                new DeleteVSwitchRequest().setRegionId(calls.region()).setVSwitchId(id)));
    }

    @Override
    public void deleteVpc(String id) {
        calls.call(client -> client.deleteVpc(
                new DeleteVpcRequest().setRegionId(calls.region()).setVpcId(id)));
    }
}
