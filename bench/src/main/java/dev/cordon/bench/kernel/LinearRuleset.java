package dev.cordon.bench.kernel;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.lower.Binding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A host view as nftables rules one after the other: a chain for each ENI and direction, a line
/// for each clause, a named set for each set of addresses.
final class LinearRuleset {

    private final Map<AddressSet, Integer> numbers = new HashMap<>();
    private final StringBuilder sets = new StringBuilder();

    private LinearRuleset() {}

    /// Returns the text that `nft -f` reads.
    static String of(HostView view, Collection<Binding> bindings) {
        return new LinearRuleset().text(view, bindings);
    }

    private String text(HostView view, Collection<Binding> bindings) {
        StringBuilder chains = new StringBuilder();
        StringJoiner in = new StringJoiner(",\n");
        StringJoiner out = new StringJoiner(",\n");
        for (Binding binding : bindings) {
            EniPolicy policy = view.enis().get(binding.eni()).orElseThrow();
            in.add("\"" + binding.link() + "\" : jump " + binding.link() + "_out");
            out.add("\"" + binding.link() + "\" : jump " + binding.link() + "_in");
            chains.append(chain(binding.link() + "_out", policy, Direction.EGRESS));
            chains.append(chain(binding.link() + "_in", policy, Direction.INGRESS));
        }
        return "table inet linear {\n" + sets + chains + map("links_in", in) + map("links_out", out) + """
                chain forward {
                  type filter hook forward priority 0
                  iifname vmap @links_in
                  oifname vmap @links_out
                }
                }
                """;
    }

    private static String map(String name, StringJoiner elements) {
        return "map " + name + " {\ntype ifname : verdict\nelements = { " + elements + " }\n}\n";
    }

    private String chain(String name, EniPolicy policy, Direction direction) {
        StringBuilder chain = new StringBuilder("chain " + name + " {\n");
        chain.append("ct state established,related return\nct state invalid drop\n");
        policy.clauses(direction).inOrder().stream()
                .flatMap(clause -> lines(clause, direction))
                .forEach(line -> chain.append(line).append('\n'));
        return chain.append(word(policy.clauses(direction).otherwise().action()))
                .append("\n}\n")
                .toString();
    }

    private static String word(Action action) {
        return action == Action.ACCEPT ? "return" : "drop";
    }

    private Stream<String> lines(Clause clause, Direction direction) {
        return Stream.of(AddressFamily.values())
                .flatMap(family -> tests(clause, direction, family).stream())
                .distinct()
                .map(tests -> tests + word(clause.verdict().action()));
    }

    /// Returns what a packet of a family must show, or nothing if none of it can match.
    private Optional<String> tests(Clause clause, Direction direction, AddressFamily family) {
        StringBuilder tests = new StringBuilder();
        for (Condition condition : clause.conditions()) {
            Optional<String> test = test(condition, direction, family);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.append(test.get());
        }
        return Optional.of(tests.toString());
    }

    private Optional<String> test(Condition condition, Direction direction, AddressFamily family) {
        String far = field(family) + (direction == Direction.INGRESS ? " saddr " : " daddr ");
        String own = field(family) + (direction == Direction.INGRESS ? " daddr " : " saddr ");
        return switch (condition) {
            case Condition.Protocol(var protocol) ->
                protocol.belongsTo(family) ? Optional.of("meta l4proto " + protocol.number() + " ") : Optional.empty();
            case Condition.DestinationPorts(var anyOf) -> Optional.of("th dport " + ports(anyOf));
            case Condition.SourcePorts(var range) -> Optional.of("th sport " + ports(List.of(range)));
            case Condition.IcmpMessage message -> Optional.of(icmp(message, family));
            case Condition.PeerIn(var set) ->
                set.of(family).isEmpty() ? Optional.empty() : Optional.of(far + name(set, family));
            case Condition.PeerNotIn(var set) ->
                Optional.of(set.of(family).isEmpty() ? "" : far + "!= " + name(set, family));
            case Condition.LocalIn(var block) ->
                block.family() == family ? Optional.of(own + block + " ") : Optional.empty();
            case Condition.Marked(var mark) -> Optional.of("meta mark " + number(mark) + " ");
        };
    }

    private static String field(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "ip" : "ip6";
    }

    private static String ports(List<PortRange> anyOf) {
        return anyOf.stream()
                .map(range -> range.first() + "-" + range.last())
                .collect(Collectors.joining(", ", "{ ", " } "));
    }

    private static String icmp(Condition.IcmpMessage message, AddressFamily family) {
        String protocol = family == AddressFamily.IPV4 ? "icmp" : "icmpv6";
        return protocol + " type " + message.type() + " " + protocol + " code " + message.codeFirst() + "-"
                + message.codeLast() + " ";
    }

    private static int number(Mark mark) {
        return switch (mark) {
            case NONE -> 0;
            case LOAD_BALANCER -> 0xc0d1;
            case PLATFORM_PROBE -> 0xc0d2;
        };
    }

    /// A set of single addresses is a hash table, which is the fastest there is.
    private String name(AddressSet set, AddressFamily family) {
        boolean fresh = !numbers.containsKey(set);
        int number = numbers.computeIfAbsent(set, unknown -> numbers.size());
        if (fresh) {
            Stream.of(AddressFamily.values())
                    .filter(each -> !set.of(each).isEmpty())
                    .forEach(each -> sets.append(define(setName(number, each), each, set.of(each))));
        }
        return "@" + setName(number, family) + " ";
    }

    private static String setName(int number, AddressFamily family) {
        return "set" + number + "_" + field(family);
    }

    private static String define(String name, AddressFamily family, List<CidrBlock> blocks) {
        boolean single = blocks.stream().allMatch(block -> block.prefixLengthBits() == family.lengthBits());
        String type = family == AddressFamily.IPV4 ? "ipv4_addr" : "ipv6_addr";
        String elements = blocks.stream()
                .map(block -> single ? block.first().toString() : block.toString())
                .collect(Collectors.joining(", "));
        return "set " + name + " {\ntype " + type + "\n" + (single ? "" : "flags interval\n") + "elements = { "
                + elements + " }\n}\n";
    }
}
