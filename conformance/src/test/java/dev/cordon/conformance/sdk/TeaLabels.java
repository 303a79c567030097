package dev.cordon.conformance.sdk;

import com.aliyun.ecs20140526.models.CreatePrefixListRequest;
import com.aliyun.ecs20140526.models.DeletePrefixListRequest;
import com.aliyun.ecs20140526.models.DescribePrefixListAttributesRequest;
import com.aliyun.ecs20140526.models.DescribeSecurityGroupReferencesRequest;
import com.aliyun.ecs20140526.models.DescribeSecurityGroupsRequest;
import com.aliyun.ecs20140526.models.ListTagResourcesRequest;
import com.aliyun.ecs20140526.models.TagResourcesRequest;
import java.util.ArrayList;
import java.util.List;

record TeaLabels(TeaCalls calls) implements Cloud.Labels {

    @Override
    public String createPrefixList(String name, List<String> blocks) {
        var entries = blocks.stream()
                .map(block -> new CreatePrefixListRequest.CreatePrefixListRequestEntry().setCidr(block))
                .toList();
        return calls.call(client -> client.createPrefixList(new CreatePrefixListRequest()
                        .setRegionId(calls.region())
                        .setPrefixListName(name)
                        .setAddressFamily("IPv4")
                        .setMaxEntries(blocks.size())
                        .setEntry(entries)))
                .getBody()
                .getPrefixListId();
    }

    @Override
    public List<String> blocks(String prefixList) {
        return calls
                .call(client -> client.describePrefixListAttributes(new DescribePrefixListAttributesRequest()
                        .setRegionId(calls.region())
                        .setPrefixListId(prefixList)))
                .getBody()
                .getEntries()
                .getEntry()
                .stream()
                .map(entry -> entry.getCidr())
                .toList();
    }

    @Override
    public void deletePrefixList(String id) {
        calls.call(client -> client.deletePrefixList(
                new DeletePrefixListRequest().setRegionId(calls.region()).setPrefixListId(id)));
    }

    @Override
    public void tag(String group, String key, String value) {
        var tag = new TagResourcesRequest.TagResourcesRequestTag().setKey(key).setValue(value);
        calls.call(client -> client.tagResources(new TagResourcesRequest()
                .setRegionId(calls.region())
                .setResourceType("securitygroup")
                .setResourceId(List.of(group))
                .setTag(List.of(tag))));
    }

    @Override
    public List<String> tags(String group) {
        return calls
                .call(client -> client.listTagResources(new ListTagResourcesRequest()
                        .setRegionId(calls.region())
                        .setResourceType("securitygroup")
                        .setResourceId(List.of(group))))
                .getBody()
                .getTagResources()
                .getTagResource()
                .stream()
                .map(row -> row.getTagValue())
                .toList();
    }

    @Override
    public List<String> tagged(String key, String value) {
        var tag = new DescribeSecurityGroupsRequest.DescribeSecurityGroupsRequestTag()
                .setKey(key)
                .setValue(value);
        return calls
                .call(client -> client.describeSecurityGroups(new DescribeSecurityGroupsRequest()
                        .setRegionId(calls.region())
                        .setTag(List.of(tag))))
                .getBody()
                .getSecurityGroups()
                .getSecurityGroup()
                .stream()
                .map(group -> group.getSecurityGroupId())
                .toList();
    }

    @Override
    public List<String> referencing(String group) {
        return calls
                .call(client -> client.describeSecurityGroupReferences(new DescribeSecurityGroupReferencesRequest()
                        .setRegionId(calls.region())
                        .setSecurityGroupId(List.of(group))))
                .getBody()
                .getSecurityGroupReferences()
                .getSecurityGroupReference()
                .stream()
                .flatMap(named -> named.getReferencingSecurityGroups().getReferencingSecurityGroup().stream())
                .map(by -> by.getSecurityGroupId())
                .toList();
    }

    @Override
    public List<String> allGroups(String vpc) {
        List<String> all = new ArrayList<>();
        DescribeSecurityGroupsRequest request = new DescribeSecurityGroupsRequest()
                .setRegionId(calls.region())
                .setVpcId(vpc)
                .setMaxResults(100);
        do {
            var body =
                    calls.call(client -> client.describeSecurityGroups(request)).getBody();
            body.getSecurityGroups().getSecurityGroup().forEach(group -> all.add(group.getSecurityGroupId()));
            request.setNextToken(body.getNextToken());
        } while (!request.getNextToken().isEmpty());
        return all;
    }
}
