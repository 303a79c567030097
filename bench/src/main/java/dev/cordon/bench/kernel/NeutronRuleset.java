package dev.cordon.bench.kernel;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A host view as iptables and ipset, in the shape of OpenStack Neutron's iptables driver: a line
/// for each port and direction leads to the port's chain; there, who owns the address, then live
/// sessions, then a line for each rule. IPv4 only. Ports are links, because hosts here route;
/// Neutron's are ports of a bridge. Neutron's conntrack zones are left out, which favours it.
///
/// @spec https://docs.openstack.org/neutron/latest/contributor/internals/security_group_api.html
///     Security Group API
final class NeutronRuleset {

    private static final AddressFamily FAMILY = AddressFamily.IPV4;
    private static final String RETURN = " -j RETURN\n";
    private static final String DROP = " -j DROP\n";

    private final Map<AddressSet, String> names = new HashMap<>();
    private final StringBuilder sets = new StringBuilder();
    private final StringBuilder chains = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();

    private NeutronRuleset() {}

    /// What two commands read.
    ///
    /// @param ipset for `ipset restore`
    /// @param iptables for `iptables-restore`; names the sets, so it comes second
    record Text(String ipset, String iptables) {}

    static Text of(HostView view, Collection<Binding> bindings) {
        return new NeutronRuleset().text(view, bindings);
    }

    private Text text(HostView view, Collection<Binding> bindings) {
        chains.append("*filter\n:ports - [0:0]\n:sg-chain - [0:0]\n");
        lines.append("-A FORWARD -j ports\n");
        for (Binding binding : bindings) {
            String link = binding.link();
            lines.append("-A ports -o " + link + " -j sg-chain\n-A ports -i " + link + " -j sg-chain\n");
        }
        for (Binding binding : bindings) {
            String link = binding.link();
            lines.append("-A sg-chain -o " + link + " -j i-" + link + "\n");
            lines.append("-A sg-chain -i " + link + " -j o-" + link + "\n");
            EniPolicy policy = view.enis().get(binding.eni()).orElseThrow();
            guard(link, policy);
            chain("i-" + link, policy, Direction.INGRESS);
            chain("o-" + link, policy, Direction.EGRESS);
        }
        lines.append("-A sg-chain -j ACCEPT\n");
        return new Text(sets.toString(), chains + lines.toString() + "COMMIT\n");
    }

    private void guard(String link, EniPolicy policy) {
        chains.append(":s-" + link + " - [0:0]\n");
        policy.addresses().of(FAMILY).forEach(block -> lines.append("-A s-" + link + " -s " + block + RETURN));
        lines.append("-A s-" + link + DROP);
    }

    private void chain(String name, EniPolicy policy, Direction direction) {
        chains.append(":" + name + " - [0:0]\n");
        if (direction == Direction.EGRESS) {
            lines.append("-A " + name + " -j s-" + name.substring("o-".length()) + "\n");
        }
        lines.append("-A " + name + " -m conntrack --ctstate RELATED,ESTABLISHED" + RETURN);
        for (Clause clause : policy.clauses(direction).inOrder()) {
            tests(clause, direction).ifPresent(tests -> lines.append("-A " + name + tests + ending(clause)));
        }
        lines.append("-A " + name + " -m conntrack --ctstate INVALID" + DROP);
        lines.append("-A " + name + word(policy.clauses(direction).otherwise().action()));
    }

    private static String ending(Clause clause) {
        return word(clause.verdict().action());
    }

    private static String word(Action action) {
        return action == Action.ACCEPT ? RETURN : DROP;
    }

    /// Returns what a packet must show, or nothing if none of this family can match.
    private Optional<String> tests(Clause clause, Direction direction) {
        StringBuilder tests = new StringBuilder();
        for (Condition condition : clause.conditions()) {
            Optional<String> test = test(condition, direction);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.append(test.get());
        }
        return Optional.of(tests.toString());
    }

    private Optional<String> test(Condition condition, Direction direction) {
        String far = direction == Direction.INGRESS ? " src" : " dst";
        String own = direction == Direction.INGRESS ? " -d " : " -s ";
        return switch (condition) {
            case Condition.Protocol(var protocol) ->
                protocol.belongsTo(FAMILY) ? Optional.of(" -p " + name(protocol)) : Optional.empty();
            case Condition.DestinationPorts(var anyOf) -> Optional.of(" -m multiport --dports " + ports(anyOf));
            case Condition.SourcePorts(var range) -> Optional.of(" -m multiport --sports " + ports(List.of(range)));
            case Condition.IcmpMessage message -> Optional.of(" --icmp-type " + message.type());
            case Condition.PeerIn(var set) ->
                set.of(FAMILY).isEmpty() ? Optional.empty() : Optional.of(inSet("", set, far));
            case Condition.PeerNotIn(var set) -> Optional.of(set.of(FAMILY).isEmpty() ? "" : inSet(" !", set, far));
            case Condition.LocalIn(var block) -> block.family() == FAMILY ? Optional.of(own + block) : Optional.empty();
            case Condition.Marked(var mark) -> Optional.of(" -m mark --mark " + number(mark));
        };
    }

    private static int number(Mark mark) {
        return switch (mark) {
            case NONE -> 0;
            case LOAD_BALANCER -> 0xc0d1;
            case PLATFORM_PROBE -> 0xc0d2;
        };
    }

    private static String name(IpProtocol protocol) {
        return protocol.equals(IpProtocol.TCP)
                ? "tcp"
                : protocol.equals(IpProtocol.UDP) ? "udp" : Integer.toString(protocol.number());
    }

    private static String ports(List<PortRange> anyOf) {
        return anyOf.stream()
                .map(range -> range.first() == range.last()
                        ? Integer.toString(range.first())
                        : range.first() + ":" + range.last())
                .collect(Collectors.joining(","));
    }

    private String inSet(String not, AddressSet set, String far) {
        boolean everything = set.of(FAMILY).getFirst().prefixLengthBits() == 0;
        return everything && not.isEmpty() ? "" : " -m set" + not + " --match-set " + name(set) + far;
    }

    /// An ipset of blocks takes no block of all addresses, so its halves stand for it.
    private String name(AddressSet set) {
        return names.computeIfAbsent(set, unknown -> {
            String name = "NIPv4-" + names.size();
            sets.append("create " + name + " hash:net family inet maxelem 262144\n");
            set.of(FAMILY).stream()
                    .flatMap(block -> block.prefixLengthBits() == 0 ? block.halves().stream() : Stream.of(block))
                    .forEach(block -> sets.append("add " + name + " " + block + "\n"));
            return name;
        });
    }
}
