package dev.cordon.conformance.sdk;

import com.aliyun.ecs20140526.models.CreateNetworkInterfaceRequest;
import com.aliyun.ecs20140526.models.DeleteInstanceRequest;
import com.aliyun.ecs20140526.models.DeleteNetworkInterfaceRequest;
import com.aliyun.ecs20140526.models.DescribeInstancesRequest;
import com.aliyun.ecs20140526.models.DescribeNetworkInterfacesRequest;
import com.aliyun.ecs20140526.models.JoinSecurityGroupRequest;
import com.aliyun.ecs20140526.models.LeaveSecurityGroupRequest;
import com.aliyun.ecs20140526.models.RunInstancesRequest;
import dev.cordon.conformance.sdk.Cloud.EniShown;
import dev.cordon.conformance.sdk.Cloud.InstanceShown;
import java.util.List;
import java.util.Map;

record TeaMembers(TeaCalls calls) implements Cloud.Members {

    @Override
    public List<String> run(String vSwitch, List<String> groups, Map<String, String> fields) {
        RunInstancesRequest request = new RunInstancesRequest()
                .setRegionId(calls.region())
                .setVSwitchId(vSwitch)
                .setSecurityGroupIds(groups);
        return calls.call(client -> client.runInstances(Beans.filled(request, fields)))
                .getBody()
                .getInstanceIdSets()
                .getInstanceIdSet();
    }

    @Override
    public InstanceShown instance(String id) {
        DescribeInstancesRequest request =
                new DescribeInstancesRequest().setRegionId(calls.region()).setInstanceIds("[\"" + id + "\"]");
        var instance = calls.call(client -> client.describeInstances(request))
                .getBody()
                .getInstances()
                .getInstance()
                .getFirst();
        return new InstanceShown(
                Beans.fields(instance),
                instance.getSecurityGroupIds().getSecurityGroupId(),
                instance.getVpcAttributes().getVpcId(),
                instance.getVpcAttributes().getPrivateIpAddress().getIpAddress());
    }

    @Override
    public String createEni(String vSwitch, List<String> groups, Map<String, String> fields) {
        CreateNetworkInterfaceRequest request = new CreateNetworkInterfaceRequest()
                .setRegionId(calls.region())
                .setVSwitchId(vSwitch)
                .setSecurityGroupIds(groups);
        return calls.call(client -> client.createNetworkInterface(Beans.filled(request, fields)))
                .getBody()
                .getNetworkInterfaceId();
    }

    @Override
    public EniShown eni(String id) {
        DescribeNetworkInterfacesRequest request = new DescribeNetworkInterfacesRequest()
                .setRegionId(calls.region())
                .setNetworkInterfaceId(List.of(id));
        var eni = calls.call(client -> client.describeNetworkInterfaces(request))
                .getBody()
                .getNetworkInterfaceSets()
                .getNetworkInterfaceSet()
                .getFirst();
        return new EniShown(
                Beans.fields(eni),
                eni.getSecurityGroupIds().getSecurityGroupId(),
                eni.getPrivateIpSets().getPrivateIpSet().stream()
                        .map(set -> set.getPrivateIpAddress())
                        .toList());
    }

    @Override
    public void join(Map<String, String> member, String group) {
        JoinSecurityGroupRequest request =
                new JoinSecurityGroupRequest().setRegionId(calls.region()).setSecurityGroupId(group);
        calls.call(client -> client.joinSecurityGroup(Beans.filled(request, member)));
    }

    @Override
    public void leave(Map<String, String> member, String group) {
        LeaveSecurityGroupRequest request =
                new LeaveSecurityGroupRequest().setRegionId(calls.region()).setSecurityGroupId(group);
        calls.call(client -> client.leaveSecurityGroup(Beans.filled(request, member)));
    }

    @Override
    public void deleteInstance(String id) {
        calls.call(client -> client.deleteInstance(
                new DeleteInstanceRequest().setInstanceId(id).setForce(true)));
    }

    @Override
    public void deleteEni(String id) {
        calls.call(client -> client.deleteNetworkInterface(
                new DeleteNetworkInterfaceRequest().setRegionId(calls.region()).setNetworkInterfaceId(id)));
    }
}
