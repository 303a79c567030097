package dev.cordon.cli.vector.generate;

import dev.cordon.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A random `config`: few groups, addresses, ports and priorities, so that they meet.
final class RandomConfig {

    private static final int GROUP_COUNT_MAX = 4;
    private static final int RULE_COUNT_MAX = 5;
    private static final int ENI_COUNT_MAX = 4;

    private final Draws draws;
    private final List<String> basic = new ArrayList<>();
    private final List<String> advanced = new ArrayList<>();

    RandomConfig(Draws draws) {
        this.draws = draws;
    }

    ObjectNode next() {
        ObjectNode config = Json.object();
        int groupCount = draws.between(1, GROUP_COUNT_MAX);
        List<ObjectNode> groups = new ArrayList<>();
        for (int number = 1; number <= groupCount; number++) {
            groups.add(group("sg-" + number));
        }
        RandomRule rules = new RandomRule(draws, basic);
        int ruleNumber = 1;
        for (ObjectNode group : groups) {
            ArrayNode list = group.putArray("rules");
            int ruleCount = draws.between(0, RULE_COUNT_MAX);
            for (int i = 0; i < ruleCount; i++) {
                list.add(rules.next("r-" + ruleNumber++, group.path("id").asString()));
            }
        }
        config.putArray("groups").addAll(groups);
        ArrayNode enis = config.putArray("enis");
        int eniCount = draws.between(2, ENI_COUNT_MAX);
        for (int number = 1; number <= eniCount; number++) {
            enis.add(eni(number));
        }
        RandomRule.putLists(config);
        return config;
    }

    private ObjectNode group(String id) {
        boolean isAdvanced = draws.oneIn(4);
        (isAdvanced ? advanced : basic).add(id);
        return Json.object()
                .put("id", id)
                .put("type", isAdvanced ? "enterprise" : "normal")
                .put("vpc", "vpc-1")
                .put("inner", draws.oneIn(2) ? "Accept" : "Drop");
    }

    private ObjectNode eni(int number) {
        ObjectNode eni = Json.object()
                .put("id", "eni-" + number)
                .put("instance", "i-" + number)
                .put("primary", true)
                .put("vpc", "vpc-1");
        ArrayNode ips = eni.putArray("ips").add("10.0.0." + number);
        if (draws.oneIn(3)) {
            ips.add("10.0.0." + (100 + number));
        }
        if (draws.oneIn(2)) {
            eni.putArray("ipv6").add("2001:db8::" + number);
        }
        if (draws.oneIn(4)) {
            eni.putArray("prefixes").add("10.0.1." + 16 * number + "/28");
        }
        if (draws.oneIn(3)) {
            eni.put("eip", "203.0.113." + (40 + number));
        }
        if (draws.oneIn(4)) {
            eni.putObject("conntrack")
                    .put("tcpEstablished", draws.of(List.of(30, 300, 910)))
                    .put("udp", draws.of(List.of(10, 30, 100)));
        }
        List<String> eligible = advanced.isEmpty() || (!basic.isEmpty() && !draws.oneIn(4)) ? basic : advanced;
        ArrayNode groups = eni.putArray("groups");
        draws.some(eligible, GROUP_COUNT_MAX - 1).forEach(groups::add);
        return eni;
    }
}
