package dev.cordon.conformance.sdk;

import com.aliyuncs.vpc.model.v20160428.CreateVSwitchRequest;
import com.aliyuncs.vpc.model.v20160428.CreateVpcRequest;
import com.aliyuncs.vpc.model.v20160428.DeleteVSwitchRequest;
import com.aliyuncs.vpc.model.v20160428.DeleteVpcRequest;

record ClassicNetworks(ClassicCalls calls) implements Cloud.Networks {

    @Override
    public String createVpc(String block) {
        CreateVpcRequest request = new CreateVpcRequest();
        request.setCidrBlock(block);
        return calls.call(request).getVpcId();
    }

    @Override
    public String createVSwitch(String vpc, String block) {
        CreateVSwitchRequest request = new CreateVSwitchRequest();
        request.setVpcId(vpc);
        request.setCidrBlock(block);
        request.setZoneId(calls.region() + "-h");
        return calls.call(request).getVSwitchId();
    }

    @Override
    public void deleteVSwitch(String id) {
        DeleteVSwitchRequest request = new DeleteVSwitchRequest();
        request.setVSwitchId(id);
        calls.call(request);
    }

    @Override
    public void deleteVpc(String id) {
        DeleteVpcRequest request = new DeleteVpcRequest();
        request.setVpcId(id);
        calls.call(request);
    }
}
