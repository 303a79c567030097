package dev.cordon.conformance.sdk;

import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.DeleteInstanceRequest;
import com.aliyuncs.ecs.model.v20140526.DeleteNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeInstancesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesRequest;
import com.aliyuncs.ecs.model.v20140526.JoinSecurityGroupRequest;
import com.aliyuncs.ecs.model.v20140526.LeaveSecurityGroupRequest;
import com.aliyuncs.ecs.model.v20140526.RunInstancesRequest;
import dev.cordon.conformance.sdk.Cloud.EniShown;
import dev.cordon.conformance.sdk.Cloud.InstanceShown;
import java.util.List;
import java.util.Map;

record ClassicMembers(ClassicCalls calls) implements Cloud.Members {

    @Override
    public List<String> run(String vSwitch, List<String> groups, Map<String, String> fields) {
        RunInstancesRequest request = Beans.filled(new RunInstancesRequest(), fields);
        request.setVSwitchId(vSwitch);
        request.setSecurityGroupIdss(groups);
        return calls.call(request).getInstanceIdSets();
    }

    @Override
    public InstanceShown instance(String id) {
        DescribeInstancesRequest request = new DescribeInstancesRequest();
        request.setInstanceIds("[\"" + id + "\"]");
        var instance = calls.call(request).getInstances().getFirst();
        return new InstanceShown(
                Beans.fields(instance),
                instance.getSecurityGroupIds(),
                instance.getVpcAttributes().getVpcId(),
                instance.getVpcAttributes().getPrivateIpAddress());
    }

    @Override
    public String createEni(String vSwitch, List<String> groups, Map<String, String> fields) {
        CreateNetworkInterfaceRequest request = Beans.filled(new CreateNetworkInterfaceRequest(), fields);
        request.setVSwitchId(vSwitch);
        request.setSecurityGroupIdss(groups);
        return calls.call(request).getNetworkInterfaceId();
    }

    @Override
    public EniShown eni(String id) {
        DescribeNetworkInterfacesRequest request = new DescribeNetworkInterfacesRequest();
        request.setNetworkInterfaceIds(List.of(id));
        var eni = calls.call(request).getNetworkInterfaceSets().getFirst();
        return new EniShown(
                Beans.fields(eni),
                eni.getSecurityGroupIds(),
                eni.getPrivateIpSets().stream()
                        .map(set -> set.getPrivateIpAddress())
                        .toList());
    }

    @Override
    public void join(Map<String, String> member, String group) {
        JoinSecurityGroupRequest request = Beans.filled(new JoinSecurityGroupRequest(), member);
        request.setSecurityGroupId(group);
        calls.call(request);
    }

    @Override
    public void leave(Map<String, String> member, String group) {
        LeaveSecurityGroupRequest request = Beans.filled(new LeaveSecurityGroupRequest(), member);
        request.setSecurityGroupId(group);
        calls.call(request);
    }

    @Override
    public void deleteInstance(String id) {
        DeleteInstanceRequest request = new DeleteInstanceRequest();
        request.setInstanceId(id);
        request.setForce(true);
        calls.call(request);
    }

    @Override
    public void deleteEni(String id) {
        DeleteNetworkInterfaceRequest request = new DeleteNetworkInterfaceRequest();
        request.setNetworkInterfaceId(id);
        calls.call(request);
    }
}
