package dev.cordon.analysis.question;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;

/// Rules of one group, written one a line:
/// `id in|out priority accept|drop protocol destination-ports peer [sport=a/b] [local=block]`.
///
/// The peer is a block, a group `sg-…` or a prefix list `pl-…`; the ports are `a/b`, `-1/-1` or a
/// port list `prl-…`.
final class Rules {

    static final SecurityGroupId GROUP = new SecurityGroupId("sg-1");

    private Rules() {}

    static PolicyState state(String text) {
        List<Entity> entities = new ArrayList<>();
        for (String line : text.lines().toList()) {
            entities.add(rule(line.strip().split("\\s+"), entities.size()));
        }
        return state(PolicyState.EMPTY, entities);
    }

    static PolicyState state(PolicyState before, List<? extends Entity> entities) {
        return before.apply(entities.stream().<Change>map(Change.Put::new).toList());
    }

    static PrefixList prefixList(String id, String... blocks) {
        List<CidrBlock> entries = List.of(blocks).stream().map(CidrBlock::of).toList();
        AddressFamily family =
                entries.isEmpty() ? AddressFamily.IPV4 : entries.getFirst().family();
        return new PrefixList(new PrefixListId(id), family, 20, entries, Details.NONE);
    }

    static PortList portList(String id, PortRange... ranges) {
        return new PortList(new PortListId(id), 30, List.of(ranges), Details.NONE);
    }

    private static Rule rule(String[] words, int position) {
        PortRange sourcePorts = PortRange.ANY;
        LocalSide local = LocalSide.everything();
        for (int i = 7; i < words.length; i++) {
            String value = words[i].substring(words[i].indexOf('=') + 1);
            if (words[i].startsWith("sport=")) {
                sourcePorts = range(value);
            } else {
                local = new LocalSide.Block(CidrBlock.of(value));
            }
        }
        return new Rule(
                new RuleId(words[0]),
                GROUP,
                words[1].equals("in") ? Direction.INGRESS : Direction.EGRESS,
                new RuleMatch(protocol(words[4]), ports(words[5]), sourcePorts, peer(words[6]), local),
                words[3].equals("drop") ? Action.DROP : Action.ACCEPT,
                new Priority(Integer.parseInt(words[2])),
                position,
                RuleDetails.NONE);
    }

    private static ProtocolMatch protocol(String word) {
        return switch (word) {
            case "ALL" -> ProtocolMatch.all();
            case "TCP" -> ProtocolMatch.of(IpProtocol.TCP);
            case "UDP" -> ProtocolMatch.of(IpProtocol.UDP);
            case "ICMP" -> ProtocolMatch.of(IpProtocol.ICMP);
            case "ICMPv6" -> ProtocolMatch.of(IpProtocol.ICMPV6);
            default -> ProtocolMatch.of(new IpProtocol(Integer.parseInt(word)));
        };
    }

    private static PortMatch ports(String word) {
        return word.startsWith("prl-") ? new PortMatch.Listed(new PortListId(word)) : PortMatch.of(range(word));
    }

    private static PortRange range(String word) {
        String[] ends = word.split("/");
        return word.equals("-1/-1")
                ? PortRange.ANY
                : new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    private static Peer peer(String word) {
        if (word.startsWith("sg-")) {
            return new Peer.Group(new SecurityGroupId(word));
        }
        return word.startsWith("pl-") ? new Peer.Listed(new PrefixListId(word)) : new Peer.Block(CidrBlock.of(word));
    }
}
