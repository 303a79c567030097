package dev.cordon.cli.vector.generate;

import dev.cordon.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Random rules whose ports, blocks and priorities touch, overlap and tie.
final class RandomRule {

    private static final List<String> PROTOCOLS =
            List.of("TCP", "TCP", "TCP", "UDP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL", "ALL", "132");
    private static final List<String> PORTS = List.of("22/22", "22/80", "53/53", "80/443", "1/65535", "443/443");
    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/0",
            "0.0.0.0/0",
            "::/0",
            "10.0.0.0/8",
            "10.0.0.2/32",
            "10.0.0.0/31",
            "203.0.113.0/24",
            "2001:db8::/32",
            "2001:db8::2/128");
    private static final List<String> LOCAL_BLOCKS = List.of("10.0.0.1/32", "10.0.0.0/30", "2001:db8::/64");

    /// 110 stands in stored data only.
    private static final List<Integer> PRIORITIES = List.of(1, 1, 1, 2, 2, 99, 100, 110);

    private final Draws draws;
    private final List<String> basicGroups;

    RandomRule(Draws draws, List<String> basicGroups) {
        this.draws = draws;
        this.basicGroups = basicGroups;
    }

    ObjectNode next(String id, String group) {
        String protocol = draws.of(PROTOCOLS);
        boolean hasPorts = protocol.equals("TCP") || protocol.equals("UDP");
        ObjectNode rule = Json.object()
                .put("id", id)
                .put("dir", draws.oneIn(3) ? "egress" : "ingress")
                .put("proto", protocol);
        if (hasPorts && draws.oneIn(5)) {
            rule.put("portList", "prl-1");
        } else {
            rule.put("port", hasPorts ? draws.of(PORTS) : "-1/-1");
        }
        if (hasPorts && draws.oneIn(6)) {
            rule.put("sport", draws.of(List.of("40000/40000", "1/1023")));
        }
        rule.set("remote", remote(group));
        if (draws.oneIn(6)) {
            rule.put("local", draws.of(LOCAL_BLOCKS));
        }
        return rule.put("policy", draws.oneIn(2) ? "accept" : "drop").put("priority", draws.of(PRIORITIES));
    }

    /// A basic group names another one now and then.
    private ObjectNode remote(String group) {
        List<String> others =
                basicGroups.stream().filter(other -> !other.equals(group)).toList();
        if (basicGroups.contains(group) && !others.isEmpty() && draws.oneIn(4)) {
            return Json.object().put("group", draws.of(others));
        }
        return draws.oneIn(5)
                ? Json.object().put("prefixList", draws.of(List.of("pl-4", "pl-6")))
                : Json.object().put("cidr", draws.of(BLOCKS));
    }

    /// Appends the lists that rules name.
    static void putLists(ObjectNode config) {
        ArrayNode prefixLists = config.putArray("prefixLists");
        prefixLists
                .addObject()
                .put("id", "pl-4")
                .put("family", "IPv4")
                .put("maxEntries", 10)
                .putArray("entries")
                .add("10.0.0.2/32")
                .add("203.0.113.0/24");
        prefixLists
                .addObject()
                .put("id", "pl-6")
                .put("family", "IPv6")
                .put("maxEntries", 10)
                .putArray("entries")
                .add("2001:db8::2/128");
        config.putArray("portLists")
                .addObject()
                .put("id", "prl-1")
                .put("maxEntries", 5)
                .putArray("entries")
                .add("22/22")
                .add("8000/8080");
    }
}
