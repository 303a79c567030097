package dev.cordon.conformance.sdk;

import com.aliyuncs.ecs.model.v20140526.AuthorizeSecurityGroupRequest;
import com.aliyuncs.ecs.model.v20140526.CreateSecurityGroupRequest;
import com.aliyuncs.ecs.model.v20140526.DeleteSecurityGroupRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupAttributeRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupAttributeResponse;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupsRequest;
import com.aliyuncs.ecs.model.v20140526.ModifySecurityGroupPolicyRequest;
import com.aliyuncs.ecs.model.v20140526.RevokeSecurityGroupRequest;
import dev.cordon.conformance.sdk.Cloud.Attribute;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

record ClassicGroups(ClassicCalls calls) implements Cloud.Groups {

    @Override
    public String create(Map<String, String> fields) {
        return calls.call(Beans.filled(new CreateSecurityGroupRequest(), fields))
                .getSecurityGroupId();
    }

    @Override
    public List<SortedMap<String, String>> describe(String vpc) {
        DescribeSecurityGroupsRequest request = new DescribeSecurityGroupsRequest();
        request.setVpcId(vpc);
        return calls.call(request).getSecurityGroups().stream()
                .map(Beans::fields)
                .toList();
    }

    @Override
    public void setPolicy(String group, String policy) {
        ModifySecurityGroupPolicyRequest request = new ModifySecurityGroupPolicyRequest();
        request.setSecurityGroupId(group);
        request.setInnerAccessPolicy(policy);
        calls.call(request);
    }

    @Override
    public void authorizeFlat(String group, Map<String, String> rule) {
        AuthorizeSecurityGroupRequest request = new AuthorizeSecurityGroupRequest();
        request.setSecurityGroupId(group);
        calls.call(Beans.filled(request, rule));
    }

    @Override
    public void authorize(String group, List<Map<String, String>> rules) {
        AuthorizeSecurityGroupRequest request = new AuthorizeSecurityGroupRequest();
        request.setSecurityGroupId(group);
        request.setPermissions(rules.stream()
                .map(rule -> Beans.filled(new AuthorizeSecurityGroupRequest.Permissions(), rule))
                .toList());
        calls.call(request);
    }

    @Override
    public Attribute attribute(String group) {
        DescribeSecurityGroupAttributeRequest request = new DescribeSecurityGroupAttributeRequest();
        request.setSecurityGroupId(group);
        DescribeSecurityGroupAttributeResponse answer = calls.call(request);
        return new Attribute(
                Beans.fields(answer),
                answer.getPermissions().stream().map(Beans::fields).toList());
    }

    @Override
    public void revoke(String group, Map<String, String> rule) {
        RevokeSecurityGroupRequest request = new RevokeSecurityGroupRequest();
        request.setSecurityGroupId(group);
        request.setPermissions(List.of(Beans.filled(new RevokeSecurityGroupRequest.Permissions(), rule)));
        calls.call(request);
    }

    @Override
    public void revokeByIds(String group, List<String> rules) {
        RevokeSecurityGroupRequest request = new RevokeSecurityGroupRequest();
        request.setSecurityGroupId(group);
        request.setSecurityGroupRuleIds(rules);
        calls.call(request);
    }

    @Override
    public void delete(String group) {
        DeleteSecurityGroupRequest request = new DeleteSecurityGroupRequest();
        request.setSecurityGroupId(group);
        calls.call(request);
    }
}
