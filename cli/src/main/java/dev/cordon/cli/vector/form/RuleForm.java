package dev.cordon.cli.vector.form;

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
import dev.cordon.wire.Json;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A rule as vectors write it.
public final class RuleForm {

    private static final String ALL_PORTS = "-1/-1";

    private RuleForm() {}

    public static Rule read(JsonNode rule, SecurityGroupId group, int position) {
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

    public static Direction direction(JsonNode node, String field) {
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
        return text.equals(ALL_PORTS)
                ? PortRange.ANY
                : new PortRange(
                        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private static RuleMatch match(JsonNode rule) {
        PortMatch destinationPorts = rule.has("portList")
                ? new PortMatch.Listed(new PortListId(Fields.text(rule, "portList")))
                : PortMatch.of(ports(rule.path("port").asString(ALL_PORTS)));
        return new RuleMatch(
                protocol(Fields.text(rule, "proto")),
                destinationPorts,
                ports(rule.path("sport").asString(ALL_PORTS)),
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

    public static ObjectNode write(Rule rule) {
        RuleMatch match = rule.match();
        ObjectNode node = Json.object()
                .put("id", rule.id().value())
                .put("dir", word(rule.direction()))
                .put("proto", protocolText(match.protocol()));
        switch (match.destinationPorts()) {
            case PortMatch.Range(var range) -> node.put("port", portsText(range));
            case PortMatch.Listed(var list) -> node.put("portList", list.value());
        }
        if (!match.sourcePorts().equals(PortRange.ANY)) {
            node.put("sport", portsText(match.sourcePorts()));
        }
        switch (match.peer()) {
            case Peer.Block(var block) -> node.putObject("remote").put("cidr", block.toString());
            case Peer.Group(var group) -> node.putObject("remote").put("group", group.value());
            case Peer.Listed(var list) -> node.putObject("remote").put("prefixList", list.value());
        }
        switch (match.local()) {
            case LocalSide.Everything() -> {}
            case LocalSide.Block(var block) -> node.put("local", block.toString());
        }
        return node.put("policy", word(rule.action()))
                .put("priority", rule.priority().number());
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static String protocolText(ProtocolMatch match) {
        return switch (match) {
            case ProtocolMatch.All() -> "ALL";
            case ProtocolMatch.One(var protocol) -> protocol.toString();
        };
    }

    private static String portsText(PortRange range) {
        return range.equals(PortRange.ANY) ? ALL_PORTS : range.toString();
    }
}
