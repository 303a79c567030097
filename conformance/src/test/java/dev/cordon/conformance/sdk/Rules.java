package dev.cordon.conformance.sdk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rules as clients write them and as they read them back.
final class Rules {

    /// What a description of a rule has, empty where the rule says nothing.
    private static final List<String> FIELDS = List.of(
            "Description",
            "DestCidrIp",
            "DestGroupId",
            "DestGroupName",
            "DestGroupOwnerAccount",
            "DestPrefixListId",
            "DestPrefixListName",
            "Ipv6DestCidrIp",
            "Ipv6SourceCidrIp",
            "SourceCidrIp",
            "SourceGroupId",
            "SourceGroupName",
            "SourceGroupOwnerAccount",
            "SourcePortRange",
            "SourcePrefixListId",
            "SourcePrefixListName");

    static final Map<String, String> SSH = Map.of(
            "IpProtocol", "tcp",
            "PortRange", "22/22",
            "SourceCidrIp", "203.0.113.0/24",
            "Policy", "accept",
            "Priority", "7",
            "Description", "运维入口 <ssh> & “Ωß”");

    static final Map<String, String> NO_PING = Map.of(
            "IpProtocol", "ICMP",
            "PortRange", "-1/-1",
            "SourceCidrIp", "198.51.100.7",
            "DestCidrIp", "10.1.0.0/24",
            "Policy", "Drop");

    static final Map<String, String> DNS_V6 = Map.of(
            "IpProtocol", "Udp",
            "PortRange", "53/55",
            "SourcePortRange", "1024/65535",
            "Ipv6SourceCidrIp", "2001:db8:0:0::/64",
            "Priority", "100");

    private Rules() {}

    static Map<String, String> fromGroup(String group) {
        return Map.of("IpProtocol", "all", "PortRange", "-1/-1", "SourceGroupId", group);
    }

    /// Returns what is shown of an ingress rule, without its id and its time.
    ///
    /// @param fields those that are not what a rule without them has
    static SortedMap<String, String> shown(Map<String, String> fields) {
        SortedMap<String, String> all = new TreeMap<>();
        FIELDS.forEach(field -> all.put(field, ""));
        all.putAll(Map.of("Direction", "ingress", "NicType", "intranet", "Policy", "Accept", "Priority", "1"));
        all.putAll(fields);
        return all;
    }
}
