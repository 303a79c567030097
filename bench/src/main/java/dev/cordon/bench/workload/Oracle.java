package dev.cordon.bench.workload;

import static java.util.Comparator.comparing;

import dev.cordon.bench.draw.Names;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The verdicts on unmarked flows in a generated network, by a linear scan that knows the owner of
/// an address from how addresses were dealt out.
///
/// For what the spec would need days for. Not for what the platform decides, of which the flows
/// here have none.
public final class Oracle {

    private static final Comparator<Rule> EVALUATION_ORDER =
            comparing(Rule::priority).thenComparing(Rule::action, comparing(action -> action == Action.ACCEPT));

    private record Side(int set, Direction direction) {}

    private final Network network;
    private final Memberships memberships;
    private final boolean[] interconnecting;
    private final Map<Side, List<Rule>> rules = new HashMap<>();

    public Oracle(Network network) {
        this.network = network;
        this.memberships = network.memberships();
        this.interconnecting = new boolean[memberships.groupCount()];
        network.state()
                .groups()
                .filter(SecurityGroup::interconnects)
                .forEach(group -> interconnecting[Names.index(group.id())] = true);
    }

    public Verdict decide(int eni, Direction direction, Flow flow) {
        int peer = Addresses.owner(direction.peerOf(flow), memberships.eniCount());
        for (int group : memberships.groupsOf(eni)) {
            if (interconnects(group) && peer >= 0 && peer != eni && isMember(peer, group)) {
                return Verdict.sharedGroup(Names.group(group));
            }
        }
        for (Rule rule : rules(eni, direction)) {
            if (matches(rule, flow, peer)) {
                return Verdict.matched(rule);
            }
        }
        boolean isClosed = direction == Direction.INGRESS
                || memberships.isAdvanced(memberships.groupsOf(eni)[0]);
        return Verdict.byDefault(isClosed ? Action.DROP : Action.ACCEPT, direction);
    }

    /// Returns the rules that an ENI has in one direction, in evaluation order.
    List<Rule> rules(int eni, Direction direction) {
        return rules.computeIfAbsent(new Side(memberships.setOf(eni), direction), side -> {
            List<Rule> all = new ArrayList<>();
            for (int group : memberships.groupsOf(eni)) {
                network.state().rulesOf(Names.group(group)).stream()
                        .filter(rule -> rule.direction() == direction)
                        .forEach(all::add);
            }
            all.sort(EVALUATION_ORDER);
            return all;
        });
    }

    boolean interconnects(int group) {
        return interconnecting[group];
    }

    private boolean isMember(int eni, int group) {
        return Arrays.binarySearch(memberships.groupsOf(eni), group) >= 0;
    }

    private boolean matches(Rule rule, Flow flow, int peer) {
        RuleMatch match = rule.match();
        return match.protocol().matches(flow.family(), flow.protocol())
                && portsMatch(match, flow)
                && peerMatches(match.peer(), rule.direction().peerOf(flow), peer)
                && localMatches(match.local(), rule.direction().localOf(flow));
    }

    private boolean portsMatch(RuleMatch match, Flow flow) {
        return switch (flow.transport()) {
            case Ports(int source, int destination) ->
                match.sourcePorts().contains(source)
                        && switch (match.destinationPorts()) {
                            case PortMatch.Range(var range) -> range.contains(destination);
                            case PortMatch.Listed(var list) ->
                                network.state().portList(list).orElseThrow().entries().stream()
                                        .anyMatch(range -> range.contains(destination));
                        };
            case Icmp icmp -> true;
            case Opaque opaque -> true;
        };
    }

    private boolean peerMatches(Peer peer, IpAddress address, int owner) {
        return switch (peer) {
            case Peer.Block(var block) -> block.contains(address);
            case Peer.Group(var group) -> owner >= 0 && isMember(owner, Names.index(group));
            case Peer.Listed(var list) ->
                network.state().prefixList(list).orElseThrow().entries().stream()
                        .anyMatch(block -> block.contains(address));
        };
    }

    private static boolean localMatches(LocalSide local, IpAddress address) {
        return switch (local) {
            case LocalSide.Everything() -> true;
            case LocalSide.Block(var block) -> block.contains(address);
        };
    }
}
