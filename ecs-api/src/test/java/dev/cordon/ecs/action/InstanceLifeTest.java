package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InstanceLifeTest {

    private final Api api = new Api();
    private final String vpc = api.make("CreateVpc", "VpcId");
    private final String vSwitch =
            api.make("CreateVSwitch", "VSwitchId", "VpcId=" + vpc, "CidrBlock=172.16.7.0/24", "ZoneId=zone-b");
    private final String group = group("web");
    private final String instance = api.make(
            "CreateInstance",
            "InstanceId",
            "VSwitchId=" + vSwitch,
            "SecurityGroupId=" + group,
            "InstanceType=ecs.g7.large",
            "InstanceName=front",
            "Tag.1.Key=team",
            "Tag.1.Value=net");

    private String group(String name) {
        return api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc, "SecurityGroupName=" + name);
    }

    private JsonNode shown() {
        return api.call("DescribeInstanceAttribute", "InstanceId=" + instance);
    }

    @Test
    void startsAndStops() {
        assertEquals("Stopped", shown().path("Status").asString());
        assertEquals("403 IncorrectInstanceStatus", api.error("StopInstance", "InstanceId=" + instance));
        api.call("StartInstance", "InstanceId=" + instance);
        assertEquals("403 IncorrectInstanceStatus", api.error("StartInstance", "InstanceId=" + instance));
        JsonNode statuses = api.call("DescribeInstanceStatus", "InstanceId.1=" + instance, "ZoneId=zone-b")
                .at("/InstanceStatuses/InstanceStatus");
        assertEquals(List.of("Running"), Api.each(statuses, "Status"));
        assertEquals(
                0,
                api.call("DescribeInstanceStatus", "ZoneId=zone-c")
                        .at("/InstanceStatuses/InstanceStatus")
                        .size());
        api.call("StopInstance", "InstanceId=" + instance);
        assertEquals("Stopped", shown().path("Status").asString());
    }

    @Test
    void isFoundByItsTag() {
        JsonNode found = api.call("DescribeInstances", "Tag.1.Key=team").at("/Instances/Instance");
        assertEquals(List.of(instance), Api.each(found, "InstanceId"));
        assertEquals(List.of("Stopped"), Api.each(found, "Status"));
        assertEquals("net", found.at("/0/Tags/Tag/0/TagValue").asString());
    }

    @Test
    void changesItsTextsAndAllItsGroups() {
        String second = group("second");
        api.call(
                "ModifyInstanceAttribute",
                "InstanceId=" + instance,
                "InstanceName=back",
                "HostName=back-host",
                "Description=at the back",
                "SecurityGroupIds.1=" + second);
        assertEquals("back", shown().path("InstanceName").asString());
        assertEquals("back-host", shown().path("HostName").asString());
        assertEquals("at the back", shown().path("Description").asString());
        assertEquals(second, shown().at("/SecurityGroupIds/SecurityGroupId/0").asString());
        assertEquals(1, shown().at("/SecurityGroupIds/SecurityGroupId").size());
        api.call("DeleteSecurityGroup", "SecurityGroupId=" + group);
    }

    @Test
    void protectedOneIsNotDeleted() {
        api.call("ModifyInstanceAttribute", "InstanceId=" + instance, "DeletionProtection=true");
        assertEquals("403 InvalidOperation.DeletionProtection", api.error("DeleteInstance", "InstanceId=" + instance));
        assertEquals(
                "403 InvalidOperation.DeletionProtection", api.error("DeleteInstances", "InstanceId.1=" + instance));
        api.call("ModifyInstanceAttribute", "InstanceId=" + instance, "DeletionProtection=false");
        api.call("DeleteInstances", "InstanceId.1=" + instance, "InstanceId.2=" + instance);
        assertEquals(
                "404 InvalidInstanceId.NotFound", api.error("DescribeInstanceAttribute", "InstanceId=" + instance));
        assertEquals(0, api.state().enis().count());
    }

    @ParameterizedTest
    @CsvSource({
        "CreateInstance, InstanceType=, 400 MissingParameter",
        "DeleteInstances, InstanceId.1=i/1, 400 InvalidInstanceId.Malformed",
        "DeleteInstances, InstanceId.1=, 400 MissingParameter",
        "DeleteInstances, InstanceId.1=i-none, 404 InvalidInstanceId.NotFound",
        "StartInstance, InstanceId=i-none, 404 InvalidInstanceId.NotFound",
        "StopInstance, InstanceId=, 400 MissingParameter",
        "ModifyInstanceAttribute, HostName=-, 400 InvalidHostName.Malformed",
        "ModifyInstanceAttribute, InstanceName=1, 400 InvalidInstanceName.Malformed",
        "ModifyInstanceAttribute, Description=d, 400 InvalidDescription.Malformed",
        "ModifyInstanceAttribute, SecurityGroupIds.1=sg-none, 404 InvalidSecurityGroupId.NotFound"
    })
    void saysWhatIsWrong(String action, String word, String told) {
        assertEquals(told, api.error(action, "InstanceId=" + instance, word));
    }

    @Test
    void onlyAHundredAreDeletedAtOnce() {
        String[] words = new String[101];
        for (int i = 0; i < words.length; i++) {
            words[i] = "InstanceId." + (i + 1) + "=" + instance;
        }
        assertEquals("400 InvalidParameter", api.error("DeleteInstances", words));
    }
}
