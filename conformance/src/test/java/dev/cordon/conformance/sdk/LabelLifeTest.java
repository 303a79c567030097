package dev.cordon.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Prefix lists, tags, references and pages, through each official client.
@ParameterizedClass(name = "{0}")
@EnumSource(OfficialClient.class)
class LabelLifeTest {

    private static final int GROUP_COUNT = 1_001;

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private final Cloud cloud;
    private final PolicyState before = NODE.state();
    private final String vpc;

    LabelLifeTest(OfficialClient client) {
        cloud = client.connect(NODE.key());
        vpc = cloud.networks().createVpc("10.0.0.0/8");
    }

    private String group(String name) {
        return cloud.groups().create(Map.of("VpcId", vpc, "SecurityGroupName", name));
    }

    private static String codeOf(Executable call) {
        return assertThrows(CallFailedException.class, call).code();
    }

    @Test
    void prefixListGoesAfterTheRulesThatNameIt() {
        List<String> blocks = List.of("192.0.2.0/24", "198.51.100.0/25");
        String list = cloud.labels().createPrefixList("offices", blocks);
        assertEquals(blocks, cloud.labels().blocks(list));
        String web = group("web");
        cloud.groups()
                .authorize(
                        web, List.of(Map.of("IpProtocol", "tcp", "PortRange", "443/443", "SourcePrefixListId", list)));
        assertEquals(List.of("offices"), cloud.groups().attribute(web).each("SourcePrefixListName"));
        assertEquals("DependencyViolation", codeOf(() -> cloud.labels().deletePrefixList(list)));
        cloud.groups().delete(web);
        cloud.labels().deletePrefixList(list);
        assertEquals("InvalidPrefixListId.NotFound", codeOf(() -> cloud.labels().blocks(list)));
        cloud.networks().deleteVpc(vpc);
        assertEquals(before, NODE.state());
    }

    @Test
    void groupIsFoundByItsTagAndGoesAfterWhatNamesIt() {
        String web = group("web");
        String bastion = group("bastion");
        assertEquals(List.of(), cloud.labels().tags(web));
        cloud.labels().tag(web, "服务", "shop & co");
        assertEquals(List.of("shop & co"), cloud.labels().tags(web));
        assertEquals(List.of(web), cloud.labels().tagged("服务", "shop & co"));
        cloud.groups().authorize(web, List.of(Rules.fromGroup(bastion)));
        assertEquals(List.of(web), cloud.labels().referencing(bastion));
        assertEquals(List.of(), cloud.labels().referencing(web));
        assertEquals("DependencyViolation", codeOf(() -> cloud.groups().delete(bastion)));
        assertEquals(
                "DependencyViolation.SecurityGroup",
                codeOf(() -> cloud.networks().deleteVpc(vpc)));
        cloud.groups().delete(web);
        cloud.groups().delete(bastion);
        cloud.networks().deleteVpc(vpc);
        assertEquals(before, NODE.state());
    }

    @Test
    void aThousandGroupsAreListedPageByPageEachOnce() {
        TreeSet<String> made = new TreeSet<>();
        for (int i = 0; i < GROUP_COUNT; i++) {
            made.add(group("many"));
        }
        List<String> descending = made.descendingSet().stream().toList();
        assertEquals(descending, cloud.labels().allGroups(vpc));
        made.forEach(cloud.groups()::delete);
        assertEquals(List.of(), cloud.labels().allGroups(vpc));
        cloud.networks().deleteVpc(vpc);
    }
}
