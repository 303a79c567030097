package dev.cordon.ecs.action;

import dev.cordon.model.policy.Rule;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The parameters that are to take the place of a rule's own.
///
/// @param given parameters of the request; an empty one counts as absent
/// @param peerSide `Source` or `Dest`
record RuleEdit(Map<String, String> given, String peerSide) {

    private static final List<String> PEERS = List.of("%sGroupId", "%sPrefixListId");
    private static final List<String> OWNERS = List.of("%sGroupOwnerAccount", "%sGroupOwnerId");
    private static final List<String> BLOCKS = List.of("%sCidrIp", "Ipv6%sCidrIp");
    private static final List<String> PORTS = List.of("PortRange", "PortRangeListId");
    private static final List<String> OTHERS =
            List.of("IpProtocol", "SourcePortRange", "Policy", "Priority", "Description");

    /// Returns the whole rule as parameters, the given ones over its own. A field that is given
    /// replaces those that say the same in another way.
    SortedMap<String, String> over(Seen<Rule> rule) {
        SortedMap<String, String> own = parametersOf(rule);
        SortedMap<String, String> merged = new TreeMap<>();
        String localSide = peerSide.equals("Source") ? "Dest" : "Source";
        Stream.of(peers(), named(BLOCKS, localSide), PORTS).forEach(ways -> merge(ways, own, merged));
        Map<String, String> peerFrom = isGiven(peers()) ? given : own;
        named(OWNERS, peerSide).forEach(name -> copy(name, peerFrom, merged));
        OTHERS.forEach(name -> merge(List.of(name), own, merged));
        return merged;
    }

    /// Tells whether a group is to become a block, or the like.
    boolean changesPeerKind(Seen<Rule> rule) {
        SortedMap<String, String> own = parametersOf(rule);
        return isGiven(peers())
                && Stream.of(named(BLOCKS, peerSide), List.of(peerSide + "GroupId"), List.of(peerSide + "PrefixListId"))
                        .anyMatch(kind -> kind.stream().anyMatch(own::containsKey) && !isGiven(kind));
    }

    private List<String> peers() {
        return Stream.concat(named(BLOCKS, peerSide).stream(), named(PEERS, peerSide).stream())
                .toList();
    }

    private static List<String> named(List<String> patterns, String side) {
        return patterns.stream().map(pattern -> pattern.formatted(side)).toList();
    }

    private boolean isGiven(List<String> ways) {
        return ways.stream().anyMatch(name -> !given.getOrDefault(name, "").isEmpty());
    }

    private void merge(List<String> ways, Map<String, String> own, Map<String, String> into) {
        Map<String, String> from = isGiven(ways) ? given : own;
        ways.forEach(name -> copy(name, from, into));
    }

    private static void copy(String name, Map<String, String> from, Map<String, String> into) {
        if (from.containsKey(name)) {
            into.put(name, from.get(name));
        }
    }

    /// Returns what describes a rule, as far as it is not empty.
    private static SortedMap<String, String> parametersOf(Seen<Rule> rule) {
        SortedMap<String, String> parameters = new TreeMap<>();
        RuleAnswer.FIELDS
                .write(rule)
                .propertyStream()
                .filter(field -> !field.getValue().asString().isEmpty())
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asString()));
        return parameters;
    }
}
