package dev.cordon.cli.vector;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A rule as vectors write it.
final class VectorRule {

    private VectorRule() {}

    static Rule read(JsonNode rule, SecurityGroupId group, int position) {
        return new Rule(
                new RuleId(Fields.text(rule, "id")),
                group,
                direction(rule, "dir"),
                match(rule),
                Fields.text(rule, "policy").equalsIgnoreCase("drop") ? Action.DROP : Action.ACCEPT,
                new Priority(Fields.number(rule, "priority")),
                position,
                RuleDetails.NONE);
    }

    static Direction direction(JsonNode node, String field) {
        return Direction.valueOf(Fields.text(node, field).toUpperCase(Locale.ROOT));
    }

    static ProtocolMatch protocol(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "ALL" -> ProtocolMatch.all();
            case "TCP" -> ProtocolMatch.of(IpProtocol.TCP);
            case "UDP" -> ProtocolMatch.of(IpProtocol.UDP);
            case "ICMP" -> ProtocolMatch.of(IpProtocol.ICMP);
            case "ICMPV6" -> ProtocolMatch.of(IpProtocol.ICMPV6);
            case "GRE" -> ProtocolMatch.of(IpProtocol.GRE);
            default -> ProtocolMatch.of(new IpProtocol(Integer.parseInt(text)));
        };
    }

    /// Reads `first/last`; `-1/-1` means every port.
    static PortRange ports(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new UnreadableVectorException("not a port range `" + text + "`");
        }
        int first = Integer.parseInt(text.substring(0, slash));
        int last = Integer.parseInt(text.substring(slash + 1));
        return first == -1 && last == -1 ? PortRange.ANY : new PortRange(first, last);
    }

    private static RuleMatch match(JsonNode rule) {
        PortMatch destinationPorts = rule.has("portList")
                ? new PortMatch.Listed(new PortListId(Fields.text(rule, "portList")))
                : PortMatch.of(ports(rule.path("port").asString("-1/-1")));
        return new RuleMatch(
                protocol(Fields.text(rule, "proto")),
                destinationPorts,
                ports(rule.path("sport").asString("-1/-1")),
                peer(rule.path("remote")),
                rule.has("local")
                        ? new LocalSide.Block(CidrBlock.of(Fields.text(rule, "local")))
                        : LocalSide.everything());
    }

    private static Peer peer(JsonNode remote) {
        if (remote.has("cidr")) {
            return new Peer.Block(CidrBlock.of(Fields.text(remote, "cidr")));
        }
        if (remote.has("group")) {
            return new Peer.Group(new SecurityGroupId(Fields.text(remote, "group")));
        }
        return new Peer.Listed(new PrefixListId(Fields.text(remote, "prefixList")));
    }
}
