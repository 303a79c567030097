package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PrefixListLifeTest {

    private final Api api = new Api();
    private final String vpc = api.make("CreateVpc", "VpcId", "CidrBlock=10.0.0.0/8");
    private final String group = api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc);
    private final String list = api.make(
            "CreatePrefixList",
            "PrefixListId",
            "PrefixListName=offices",
            "Description=all of them",
            "AddressFamily=IPv4",
            "MaxEntries=5",
            "Entry.1.Cidr=192.0.2.0/24",
            "Entry.1.Description=head",
            "Entry.2.Cidr=198.51.100.0/25",
            "Tag.1.Key=team",
            "Tag.1.Value=net");

    private JsonNode attributes() {
        return api.call("DescribePrefixListAttributes", "PrefixListId=" + list);
    }

    @Test
    void isShownAsItWasMade() {
        JsonNode shown = api.call("DescribePrefixLists", "Tag.1.Key=team").at("/PrefixLists/PrefixList/0");
        assertEquals(list, shown.path("PrefixListId").asString());
        assertEquals("IPv4", shown.path("AddressFamily").asString());
        assertEquals(5, shown.path("MaxEntries").asInt());
        assertEquals(0, shown.path("AssociationCount").asInt());
        assertEquals("2026-06-07T08:09Z", shown.path("CreationTime").asString());
        assertEquals("net", shown.at("/Tags/Tag/0/TagValue").asString());
        assertEquals("offices", attributes().path("PrefixListName").asString());
        assertEquals(
                List.of("192.0.2.0/24", "198.51.100.0/25"),
                Api.each(attributes().at("/Entries/Entry"), "Cidr"));
        assertEquals(List.of("head", ""), Api.each(attributes().at("/Entries/Entry"), "Description"));
    }

    @Test
    void entriesAreChangedAndATextIsCleared() {
        api.call(
                "ModifyPrefixList",
                "PrefixListId=" + list,
                "PrefixListName=sites",
                "Description=",
                "AddEntry.1.Cidr=192.0.2.0/24",
                "AddEntry.1.Description=headquarters",
                "AddEntry.2.Cidr=203.0.113.0/26",
                "RemoveEntry.1.Cidr=198.51.100.0/25");
        assertEquals("sites", attributes().path("PrefixListName").asString());
        assertEquals("", attributes().path("Description").asString());
        assertEquals(
                List.of("192.0.2.0/24", "203.0.113.0/26"), Api.each(attributes().at("/Entries/Entry"), "Cidr"));
        assertEquals(List.of("headquarters", ""), Api.each(attributes().at("/Entries/Entry"), "Description"));
    }

    @Test
    void cannotGoWhileARuleNamesIt() {
        api.call(
                "AuthorizeSecurityGroup",
                "SecurityGroupId=" + group,
                "IpProtocol=tcp",
                "PortRange=443/443",
                "SourcePrefixListId=" + list);
        JsonNode associations = api.call("DescribePrefixListAssociations", "PrefixListId=" + list)
                .at("/PrefixListAssociations/PrefixListAssociation");
        assertEquals(List.of(group), Api.each(associations, "ResourceId"));
        assertEquals(List.of("securitygroup"), Api.each(associations, "ResourceType"));
        assertEquals("403 DependencyViolation", api.error("DeletePrefixList", "PrefixListId=" + list));
        assertEquals(
                list + " is still named by rules of " + group + "; revoke those rules first.",
                api.message("DeletePrefixList", "PrefixListId=" + list));
        api.call("DeleteSecurityGroup", "SecurityGroupId=" + group);
        api.call("DeletePrefixList", "PrefixListId=" + list);
        assertEquals(
                "404 InvalidPrefixListId.NotFound", api.error("DescribePrefixListAttributes", "PrefixListId=" + list));
        assertEquals(
                "404 InvalidPrefixListId.NotFound",
                api.error("DescribePrefixListAssociations", "PrefixListId=" + list));
    }

    /// However few entries it has.
    @Test
    void weighsWhatItMayHold() {
        String wide = api.make(
                "CreatePrefixList", "PrefixListId", "PrefixListName=wide", "AddressFamily=IPv4", "MaxEntries=200");
        for (int port = 1; port <= 5; port++) {
            authorize(wide, port);
        }
        assertEquals("403 AuthorizationLimitExceed", authorizeError(list, 6));
    }

    private void authorize(String prefixList, int port) {
        assertEquals("good", authorizeError(prefixList, port));
    }

    private String authorizeError(String prefixList, int port) {
        return api.error(
                "AuthorizeSecurityGroup",
                "SecurityGroupId=" + group,
                "IpProtocol=tcp",
                "PortRange=" + port + "/" + port,
                "SourcePrefixListId=" + prefixList);
    }

    @ParameterizedTest
    @CsvSource({
        "AddressFamily=IPv5, 400 InvalidParameter.AddressFamily",
        "AddressFamily=, 400 MissingParameter",
        "MaxEntries=, 400 MissingParameter",
        "MaxEntries=201, 400 LimitExceed.MaxEntries",
        "MaxEntries=0, 400 LimitExceed.MaxEntries",
        "MaxEntries=1, 400 LimitExceed.Entry",
        "PrefixListName=7, 400 InvalidParameter.PrefixListName",
        "PrefixListName=, 400 MissingParameter",
        "Description=x, 400 InvalidParameter",
        "Entry.1.Cidr=10.0.0.1/8, 400 InvalidParameter.CidrMalformed",
        "Entry.1.Cidr=2001:db8::/32, 400 InvalidParameter.CidrMalformed",
        "Entry.1.Cidr=198.51.100.0/25, 400 InvalidParameter.CidrDuplicated",
        "Entry.1.Description=x, 400 InvalidParameter",
        "Tag.1.Key=aliyun-x, 400 InvalidTagKey.Malformed",
        "Tag.1.Value=http://x, 400 InvalidTagValue.Malformed",
        "ResourceGroupId=a b, 404 InvalidResourceGroup.NotFound"
    })
    void saysWhatIsWrong(String word, String told) {
        List<String> words = List.of(
                "PrefixListName=offices",
                "AddressFamily=IPv4",
                "MaxEntries=5",
                "Entry.1.Cidr=192.0.2.0/24",
                "Entry.2.Cidr=198.51.100.0/25",
                "Tag.1.Key=team",
                word);
        assertEquals(told, api.error("CreatePrefixList", words.toArray(String[]::new)));
    }

    @Test
    void twentyTagsAreEnough() {
        String[] words = new String[24];
        words[0] = "PrefixListName=offices";
        words[1] = "AddressFamily=IPv6";
        words[2] = "MaxEntries=5";
        for (int i = 3; i < words.length; i++) {
            words[i] = "Tag." + i + ".Key=key-" + i;
        }
        assertEquals("403 QuotaExceed.Tags", api.error("CreatePrefixList", words));
        assertEquals(
                "400 Duplicate.TagKey",
                api.error("CreatePrefixList", words[0], words[1], words[2], "Tag.1.Key=a-key", "Tag.2.Key=a-key"));
    }
}
