package dev.cordon.conformance.sdk;

import com.aliyun.ecs20140526.models.AuthorizeSecurityGroupRequest;
import com.aliyun.ecs20140526.models.AuthorizeSecurityGroupRequest.AuthorizeSecurityGroupRequestPermissions;
import com.aliyun.ecs20140526.models.CreateSecurityGroupRequest;
import com.aliyun.ecs20140526.models.DeleteSecurityGroupRequest;
import com.aliyun.ecs20140526.models.DescribeSecurityGroupAttributeRequest;
import com.aliyun.ecs20140526.models.DescribeSecurityGroupsRequest;
import com.aliyun.ecs20140526.models.ModifySecurityGroupPolicyRequest;
import com.aliyun.ecs20140526.models.RevokeSecurityGroupRequest;
import com.aliyun.ecs20140526.models.RevokeSecurityGroupRequest.RevokeSecurityGroupRequestPermissions;
import dev.cordon.conformance.sdk.Cloud.Attribute;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

record TeaGroups(TeaCalls calls) implements Cloud.Groups {

    @Override
    public String create(Map<String, String> fields) {
        CreateSecurityGroupRequest request = new CreateSecurityGroupRequest().setRegionId(calls.region());
        return calls.call(client -> client.createSecurityGroup(Beans.filled(request, fields)))
                .getBody()
                .getSecurityGroupId();
    }

    @Override
    public List<SortedMap<String, String>> describe(String vpc) {
        DescribeSecurityGroupsRequest request =
                new DescribeSecurityGroupsRequest().setRegionId(calls.region()).setVpcId(vpc);
        return calls
                .call(client -> client.describeSecurityGroups(request))
                .getBody()
                .getSecurityGroups()
                .getSecurityGroup()
                .stream()
                .map(Beans::fields)
                .toList();
    }

    @Override
    public void setPolicy(String group, String policy) {
        calls.call(client -> client.modifySecurityGroupPolicy(new ModifySecurityGroupPolicyRequest()
                .setRegionId(calls.region())
                .setSecurityGroupId(group)
                .setInnerAccessPolicy(policy)));
    }

    private AuthorizeSecurityGroupRequest authorizing(String group) {
        return new AuthorizeSecurityGroupRequest().setRegionId(calls.region()).setSecurityGroupId(group);
    }

    @Override
    public void authorizeFlat(String group, Map<String, String> rule) {
        calls.call(client -> client.authorizeSecurityGroup(Beans.filled(authorizing(group), rule)));
    }

    @Override
    public void authorize(String group, List<Map<String, String>> rules) {
        calls.call(client -> client.authorizeSecurityGroup(authorizing(group)
                .setPermissions(rules.stream()
                        .map(rule -> Beans.filled(new AuthorizeSecurityGroupRequestPermissions(), rule))
                        .toList())));
    }

    @Override
    public Attribute attribute(String group) {
        var body = calls.call(
                        client -> client.describeSecurityGroupAttribute(new DescribeSecurityGroupAttributeRequest()
                                .setRegionId(calls.region())
                                .setSecurityGroupId(group)))
                .getBody();
        return new Attribute(
                Beans.fields(body),
                body.getPermissions().getPermission().stream()
                        .map(Beans::fields)
                        .toList());
    }

    private RevokeSecurityGroupRequest revoking(String group) {
        return new RevokeSecurityGroupRequest().setRegionId(calls.region()).setSecurityGroupId(group);
    }

    @Override
    public void revoke(String group, Map<String, String> rule) {
        var permission = Beans.filled(new RevokeSecurityGroupRequestPermissions(), rule);
        calls.call(client -> client.revokeSecurityGroup(revoking(group).setPermissions(List.of(permission))));
    }

    @Override
    public void revokeByIds(String group, List<String> rules) {
        calls.call(client -> client.revokeSecurityGroup(revoking(group).setSecurityGroupRuleId(rules)));
    }

    @Override
    public void delete(String group) {
        calls.call(client -> client.deleteSecurityGroup(
                new DeleteSecurityGroupRequest().setRegionId(calls.region()).setSecurityGroupId(group)));
    }
}
