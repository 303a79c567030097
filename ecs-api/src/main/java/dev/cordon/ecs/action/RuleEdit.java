package dev.cordon.ecs.action;

import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.PolicyState;
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
    private static final List<String> BLOCKS = List.of("%sCidrIp", "Ipv6%sCidrIp");
    private static final List<String> PORTS = List.of("PortRange", "PortRangeListId");
    private static final List<String> OTHERS =
            List.of("IpProtocol", "SourcePortRange", "Policy", "Priority", "Description");

    /// Returns the whole rule as parameters, the given ones over its own. A field that is given
    /// replaces those that say the same in another way.
    SortedMap<String, String> over(Rule rule, PolicyState state) {
        SortedMap<String, String> own = parametersOf(rule, state);
        SortedMap<String, String> merged = new TreeMap<>();
        String localSide = peerSide.equals("Source") ? "Dest" : "Source";
        Stream.of(peers(), named(BLOCKS, localSide), PORTS).forEach(ways -> merge(ways, own, merged));
        OTHERS.forEach(name -> merge(List.of(name), own, merged));
        return merged;
    }

    /// Tells whether a group is to become a block, or the like.
    boolean changesPeerKind(Rule rule, PolicyState state) {
        SortedMap<String, String> own = parametersOf(rule, state);
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
        ways.stream().filter(from::containsKey).forEach(name -> into.put(name, from.get(name)));
    }

    /// Returns what describes a rule, as far as it is not empty.
    private static SortedMap<String, String> parametersOf(Rule rule, PolicyState state) {
        SortedMap<String, String> parameters = new TreeMap<>();
        RuleAnswer.FIELDS
                .write(new Seen<>(rule, state, ""))
                .propertyStream()
                .filter(field -> !field.getValue().asString().isEmpty())
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asString()));
        return parameters;
    }
}
