package dev.cordon.conformance.sdk;

import com.aliyuncs.ecs.model.v20140526.CreatePrefixListRequest;
import com.aliyuncs.ecs.model.v20140526.DeletePrefixListRequest;
import com.aliyuncs.ecs.model.v20140526.DescribePrefixListAttributesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupReferencesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupsRequest;
import com.aliyuncs.ecs.model.v20140526.ListTagResourcesRequest;
import com.aliyuncs.ecs.model.v20140526.TagResourcesRequest;
import java.util.ArrayList;
import java.util.List;

record ClassicLabels(ClassicCalls calls) implements Cloud.Labels {

    @Override
    public String createPrefixList(String name, List<String> blocks) {
        CreatePrefixListRequest request = new CreatePrefixListRequest();
        request.setPrefixListName(name);
        request.setAddressFamily("IPv4");
        request.setMaxEntries(blocks.size());
        request.setEntrys(blocks.stream().map(ClassicLabels::entry).toList());
        return calls.call(request).getPrefixListId();
    }

    private static CreatePrefixListRequest.Entry entry(String block) {
        CreatePrefixListRequest.Entry entry = new CreatePrefixListRequest.Entry();
        entry.setCidr(block);
        return entry;
    }

    @Override
    public List<String> blocks(String prefixList) {
        DescribePrefixListAttributesRequest request = new DescribePrefixListAttributesRequest();
        request.setPrefixListId(prefixList);
        return calls.call(request).getEntries().stream()
                .map(entry -> entry.getCidr())
                .toList();
    }

    @Override
    public void deletePrefixList(String id) {
        DeletePrefixListRequest request = new DeletePrefixListRequest();
        request.setPrefixListId(id);
        calls.call(request);
    }

    @Override
    public void tag(String group, String key, String value) {
        TagResourcesRequest.Tag tag = new TagResourcesRequest.Tag();
        tag.setKey(key);
        tag.setValue(value);
        TagResourcesRequest request = new TagResourcesRequest();
        request.setResourceType("securitygroup");
        request.setResourceIds(List.of(group));
        request.setTags(List.of(tag));
        calls.call(request);
    }

    @Override
    public List<String> tags(String group) {
        ListTagResourcesRequest request = new ListTagResourcesRequest();
        request.setResourceType("securitygroup");
        request.setResourceIds(List.of(group));
        return calls.call(request).getTagResources().stream()
                .map(row -> row.getTagValue())
                .toList();
    }

    @Override
    public List<String> tagged(String key, String value) {
        DescribeSecurityGroupsRequest.Tag tag = new DescribeSecurityGroupsRequest.Tag();
        tag.setKey(key);
        tag.setValue(value);
        DescribeSecurityGroupsRequest request = new DescribeSecurityGroupsRequest();
        request.setTags(List.of(tag));
        return calls.call(request).getSecurityGroups().stream()
                .map(group -> group.getSecurityGroupId())
                .toList();
    }

    @Override
    public List<String> referencing(String group) {
        DescribeSecurityGroupReferencesRequest request = new DescribeSecurityGroupReferencesRequest();
        request.setSecurityGroupIds(List.of(group));
        return calls.call(request).getSecurityGroupReferences().stream()
                .flatMap(named -> named.getReferencingSecurityGroups().stream())
                .map(by -> by.getSecurityGroupId())
                .toList();
    }

    @Override
    public List<String> allGroups(String vpc) {
        List<String> all = new ArrayList<>();
        DescribeSecurityGroupsRequest request = new DescribeSecurityGroupsRequest();
        request.setVpcId(vpc);
        request.setMaxResults(100);
        do {
            var answer = calls.call(request);
            answer.getSecurityGroups().forEach(group -> all.add(group.getSecurityGroupId()));
            request.setNextToken(answer.getNextToken());
        } while (!request.getNextToken().isEmpty());
        return all;
    }
}
