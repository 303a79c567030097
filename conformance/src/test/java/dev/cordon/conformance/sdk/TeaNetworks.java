package dev.cordon.conformance.sdk;

import java.util.Map;

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
        calls.callVpc("DeleteVSwitch", Map.of("RegionId", calls.region(), "VSwitchId", id));
    }

    @Override
    public void deleteVpc(String id) {
        calls.callVpc("DeleteVpc", Map.of("RegionId", calls.region(), "VpcId", id));
    }
}
