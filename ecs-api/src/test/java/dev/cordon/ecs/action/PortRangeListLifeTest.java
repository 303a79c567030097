package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PortRangeListLifeTest {

    private final Api api = new Api();
    private final String list = api.make(
            "CreatePortRangeList",
            "PortRangeListId",
            "PortRangeListName=web",
            "MaxEntries=3",
            "Entry.1.PortRange=443/443",
            "Entry.1.Description=tls",
            "Entry.2.PortRange=8000/8099",
            "Tag.1.Key=team",
            "Tag.1.Value=net");

    private JsonNode entries() {
        return api.call("DescribePortRangeListEntries", "PortRangeListId=" + list)
                .path("Entries");
    }

    /// The lists in these answers have no wrapper.
    @Test
    void isShownAsItWasMade() {
        JsonNode shown =
                api.call("DescribePortRangeLists", "PortRangeListId.1=" + list).at("/PortRangeLists/0");
        assertEquals("web", shown.path("PortRangeListName").asString());
        assertEquals(3, shown.path("MaxEntries").asInt());
        assertEquals("2026-06-07T08:09Z", shown.path("CreationTime").asString());
        assertEquals("team", shown.at("/Tags/0/TagKey").asString());
        assertEquals(List.of("443/443", "8000/8099"), Api.each(entries(), "PortRange"));
        assertEquals(List.of("tls", ""), Api.each(entries(), "Description"));
    }

    @Test
    void entriesAreChanged() {
        api.call(
                "ModifyPortRangeList",
                "PortRangeListId=" + list,
                "Description=what web servers use",
                "AddEntry.1.PortRange=80/80",
                "RemoveEntry.1.PortRange=443/443");
        assertEquals(List.of("8000/8099", "80/80"), Api.each(entries(), "PortRange"));
        JsonNode shown = api.call("DescribePortRangeLists").at("/PortRangeLists/0");
        assertEquals("what web servers use", shown.path("Description").asString());
        assertEquals("web", shown.path("PortRangeListName").asString());
    }

    @Test
    void cannotGoWhileARuleNamesIt() {
        String vpc = api.make("CreateVpc", "VpcId");
        String group = api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc);
        api.call(
                "AuthorizeSecurityGroupEgress",
                "SecurityGroupId=" + group,
                "Permissions.1.IpProtocol=tcp",
                "Permissions.1.PortRangeListId=" + list,
                "Permissions.1.DestCidrIp=192.0.2.0/24");
        JsonNode associations = api.call("DescribePortRangeListAssociations", "PortRangeListId=" + list)
                .path("PortRangeListAssociations");
        assertEquals(List.of(group), Api.each(associations, "ResourceId"));
        assertEquals(List.of("SecurityGroup"), Api.each(associations, "ResourceType"));
        assertEquals("403 DependencyViolation", api.error("DeletePortRangeList", "PortRangeListId=" + list));
        api.call("DeleteSecurityGroup", "SecurityGroupId=" + group);
        api.call("DeletePortRangeList", "PortRangeListId=" + list);
        assertEquals(
                "404 InvalidPortRangeListId.NotFound",
                api.error("DescribePortRangeListEntries", "PortRangeListId=" + list));
        assertEquals(
                "404 InvalidPortRangeListId.NotFound",
                api.error("DescribePortRangeListAssociations", "PortRangeListId=" + list));
    }

    @ParameterizedTest
    @CsvSource({
        "MaxEntries=2001, 400 LimitExceed.MaxEntries",
        "MaxEntries=1, 400 LimitExceed.Entry",
        "PortRangeListName=?, 400 InvalidParameter.PortRangeListName",
        "Entry.1.PortRange=9/7, 400 InvalidParameter.PortRangeMalformed",
        "Entry.1.PortRange=-1/-1, 400 InvalidParameter.PortRangeMalformed",
        "Entry.1.PortRange=22/22, 400 InvalidParameter.PortRangeDuplicated"
    })
    void saysWhatIsWrong(String word, String told) {
        assertEquals(
                told,
                api.error(
                        "CreatePortRangeList",
                        "PortRangeListName=web",
                        "MaxEntries=2",
                        "Entry.1.PortRange=443/443",
                        "Entry.2.PortRange=22/22",
                        word));
    }
}
