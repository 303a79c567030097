package dev.cordon.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The longest call that is legal: 100 rules, each with a description of 512 Chinese characters,
/// which makes a request line of almost half a megabyte.
class LongRequestTest {

    private static final int RULE_COUNT = 100;
    private static final int DESCRIPTION_LENGTH = 512;
    private static final int FIRST_IDEOGRAPH = 0x4e00;

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static Map<String, String> rule(int number) {
        Map<String, String> rule = new TreeMap<>(Rules.SSH);
        rule.put("SourceCidrIp", "10.0." + number + ".0/24");
        rule.put("Description", Character.toString(FIRST_IDEOGRAPH + number).repeat(DESCRIPTION_LENGTH));
        return rule;
    }

    private static List<String> each(List<Map<String, String>> rules, String field) {
        return rules.stream().map(rule -> rule.get(field)).toList();
    }

    @ParameterizedTest
    @EnumSource(OfficialClient.class)
    void hundredRulesAreWrittenByOneCall(OfficialClient client) {
        Cloud cloud = client.connect(NODE.key());
        String vpc = cloud.networks().createVpc("10.0.0.0/8");
        String group = cloud.groups().create(Map.of("VpcId", vpc));
        List<Map<String, String>> rules = new ArrayList<>();
        for (int number = 1; number <= RULE_COUNT; number++) {
            rules.add(rule(number));
        }
        cloud.groups().authorize(group, rules);
        Cloud.Attribute attribute = cloud.groups().attribute(group);
        assertEquals(each(rules, "SourceCidrIp"), attribute.each("SourceCidrIp"));
        assertEquals(each(rules, "Description"), attribute.each("Description"));
    }
}
