package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TagsTest {

    private final Api api = new Api();
    private final String vpc = api.make("CreateVpc", "VpcId");
    private final String web = api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc);
    private final String shop = api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc);

    private List<String> rows(String... words) {
        JsonNode rows = api.call("ListTagResources", words).at("/TagResources/TagResource");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("ResourceId").asString() + " "
                        + row.path("ResourceType").asString() + " "
                        + row.path("TagKey").asString() + "="
                        + row.path("TagValue").asString())
                .sorted()
                .toList();
    }

    private void tag(String group, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "ResourceType=securitygroup";
        all[1] = "ResourceId.1=" + group;
        System.arraycopy(words, 0, all, 2, words.length);
        api.call("TagResources", all);
    }

    @Test
    void tagsAreGivenListedAndTaken() {
        assertEquals(List.of(), rows("ResourceType=securitygroup", "ResourceId.1=" + web));
        tag(web, "Tag.1.Key=team", "Tag.1.Value=net", "Tag.2.Key=cost", "Tag.2.Value=7");
        tag(shop, "Tag.1.Key=team", "Tag.1.Value=sales");
        assertEquals(
                List.of(web + " securitygroup cost=7", web + " securitygroup team=net"),
                rows("ResourceType=securitygroup", "ResourceId.1=" + web));
        assertEquals(
                List.of(shop + " securitygroup team=sales"),
                rows("ResourceType=securitygroup", "Tag.1.Key=team", "Tag.1.Value=sales"));
        assertEquals(
                List.of(shop + " securitygroup team=sales"),
                rows(
                        "ResourceType=securitygroup",
                        "TagFilter.1.TagKey=team",
                        "TagFilter.1.TagValues.1=sales",
                        "TagFilter.1.TagValues.2=none"));
        api.call(
                "UntagResources",
                "ResourceType=securitygroup",
                "ResourceId.1=" + web,
                "ResourceId.2=" + shop,
                "TagKey.1=team");
        assertEquals(List.of(web + " securitygroup cost=7"), rows("ResourceType=securitygroup"));
        api.call("UntagResources", "ResourceType=securitygroup", "ResourceId.1=" + web, "All=true");
        assertEquals(List.of(), rows("ResourceType=securitygroup"));
    }

    @Test
    void olderActionsDoTheSameForOneObject() {
        api.call(
                "AddTags",
                "ResourceType=securitygroup",
                "ResourceId=" + web,
                "Tag.1.Key=team",
                "Tag.1.Value=net",
                "Tag.2.Key=cost",
                "Tag.2.Value=7");
        JsonNode tags = api.call("DescribeTags", "ResourceType=securitygroup").at("/Tags/Tag");
        assertEquals(List.of("cost", "team"), Api.each(tags, "TagKey"));
        assertEquals(1, tags.at("/0/ResourceTypeCount/Securitygroup").asInt());
        api.call(
                "RemoveTags", "ResourceType=securitygroup", "ResourceId=" + web, "Tag.1.Key=team", "Tag.1.Value=other");
        api.call("RemoveTags", "ResourceType=securitygroup", "ResourceId=" + web, "Tag.1.Key=cost");
        assertEquals(
                List.of("net"),
                Api.each(api.call("DescribeTags", "ResourceId=" + web).at("/Tags/Tag"), "TagValue"));
        api.call("RemoveTags", "ResourceType=securitygroup", "ResourceId=" + web);
        assertEquals(0, api.call("DescribeTags").path("TotalCount").asInt());
    }

    @Test
    void groupMovesToAnotherResourceGroup() {
        api.call("JoinResourceGroup", "ResourceType=securitygroup", "ResourceId=" + web, "ResourceGroupId=rg-7");
        JsonNode found =
                api.call("DescribeSecurityGroups", "ResourceGroupId=rg-7").at("/SecurityGroups/SecurityGroup");
        assertEquals(List.of(web), Api.each(found, "SecurityGroupId"));
    }

    @ParameterizedTest
    @CsvSource({
        "TagResources, ResourceType=, 404 MissingParameter.ResourceType",
        "TagResources, ResourceType=disk, 404 InvalidResourceType.NotFound",
        "TagResources, ResourceId.1=, 400 MissingParameter",
        "TagResources, ResourceId.1=sg-none, 404 InvalidResourceId.NotFound",
        "TagResources, ResourceId.1=sg/1, 404 InvalidResourceId.NotFound",
        "TagResources, Tag.1.Key=, 400 InvalidTagKey.Malformed",
        "TagResources, Tag.2.Key=a-key, 400 Duplicate.TagKey",
        "UntagResources, ResourceId.1=sg-none, 404 InvalidResourceId.NotFound",
        "JoinResourceGroup, ResourceId=sg-none, 404 InvalidResourceId.NotFound",
        "JoinResourceGroup, ResourceGroupId=, 400 MissingParameter",
        "JoinResourceGroup, ResourceGroupId=r g, 404 InvalidResourceGroup.NotFound",
        "AddTags, ResourceId=, 400 MissingParameter",
        "ListTagResources, ResourceType=, 404 MissingParameter.ResourceType"
    })
    void saysWhatIsWrong(String action, String word, String told) {
        assertEquals(
                told,
                api.error(
                        action,
                        "ResourceType=securitygroup",
                        "ResourceId=" + web,
                        "ResourceId.1=" + web,
                        "ResourceGroupId=rg-7",
                        "Tag.1.Key=a-key",
                        word));
    }

    @Test
    void oneCallHasItsLimits() {
        String[] objects = new String[52];
        objects[0] = "ResourceType=securitygroup";
        for (int i = 1; i < objects.length; i++) {
            objects[i] = "ResourceId." + i + "=" + web;
        }
        assertEquals("400 NumberExceed.ResourceIds", api.error("UntagResources", objects));
        String[] tags = new String[23];
        tags[0] = "ResourceType=securitygroup";
        tags[1] = "ResourceId.1=" + web;
        for (int i = 2; i < tags.length; i++) {
            tags[i] = "Tag." + i + ".Key=key-" + i;
        }
        assertEquals("400 NumberExceed.Tags", api.error("TagResources", tags));
        assertEquals(
                "404 MissingParameter.Tags",
                api.error("TagResources", "ResourceType=securitygroup", "ResourceId.1=" + web));
    }
}
