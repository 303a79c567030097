package dev.cordon.ecs.action;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A rule as descriptions show it: every field is there, those without a value as empty text.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroupattribute Permission
final class RuleAnswer {

    private static final List<String> SIDES = List.of("Source", "Dest");

    private static final List<String> FIELDS_OF_SIDE = List.of(
            "%sCidrIp",
            "Ipv6%sCidrIp", "%sGroupId", "%sGroupName", "%sGroupOwnerAccount", "%sPrefixListId", "%sPrefixListName");

    private RuleAnswer() {}

    static ObjectNode of(Rule rule, PolicyState state) {
        ObjectNode body = Json.object()
                .put("SecurityGroupRuleId", rule.id().value())
                .put("Direction", direction(rule.direction()))
                .put("IpProtocol", protocol(rule.match().protocol()))
                .put("Policy", policy(rule.action()))
                .put("Priority", Integer.toString(rule.priority().number()))
                .put("NicType", "intranet");
        putPorts(body, rule);
        SIDES.forEach(side -> FIELDS_OF_SIDE.forEach(field -> body.put(field.formatted(side), "")));
        putPeer(body, rule, state);
        putLocal(body, rule);
        return body.put("Description", rule.details().description())
                .put("CreateTime", Answers.time(rule.details().createdAt()));
    }

    private static void putPorts(ObjectNode to, Rule rule) {
        PortRange sourcePorts = rule.match().sourcePorts();
        to.put("PortRange", "").put("PortRangeListId", "").put("PortRangeListName", "");
        switch (rule.match().destinationPorts()) {
            case PortMatch.Range(var range) -> to.put("PortRange", ports(range));
            case PortMatch.Listed(var list) -> to.put("PortRangeListId", list.value());
        }
        to.put("SourcePortRange", sourcePorts.equals(PortRange.ANY) ? "" : ports(sourcePorts));
    }

    private static void putPeer(ObjectNode to, Rule rule, PolicyState state) {
        String side = RuleSides.of(rule.direction()).peer();
        switch (rule.match().peer()) {
            case Peer.Block(var block) ->
                to.put(blockField(block, side), written(rule.details().peerText(), block));
            case Peer.Group(var group) ->
                to.put(side + "GroupId", group.value())
                        .put(side + "GroupName", name(state.group(group).orElseThrow()));
            case Peer.Listed(var list) ->
                to.put(side + "PrefixListId", list.value())
                        .put(
                                side + "PrefixListName",
                                state.prefixList(list).orElseThrow().details().name());
        }
    }

    private static void putLocal(ObjectNode to, Rule rule) {
        String side = RuleSides.of(rule.direction()).local();
        switch (rule.match().local()) {
            case LocalSide.Everything() -> {}
            case LocalSide.Block(var block) ->
                to.put(blockField(block, side), written(rule.details().localText(), block));
        }
    }

    /// Clients compare the text, so a block is shown as it was written, if it was.
    private static String written(String text, CidrBlock block) {
        return text.isEmpty() ? block.toString() : text;
    }

    private static String blockField(CidrBlock block, String side) {
        return (block.family() == AddressFamily.IPV6 ? "Ipv6" : "") + side + "CidrIp";
    }

    private static String name(SecurityGroup group) {
        return group.details().name();
    }

    private static String ports(PortRange range) {
        return range.equals(PortRange.ANY) ? "-1/-1" : range.toString();
    }

    static String direction(Direction direction) {
        return switch (direction) {
            case INGRESS -> "ingress";
            case EGRESS -> "egress";
        };
    }

    private static String protocol(ProtocolMatch match) {
        return switch (match) {
            case ProtocolMatch.All() -> "ALL";
            case ProtocolMatch.One(var protocol) -> protocol.toString();
        };
    }

    private static String policy(Action action) {
        return switch (action) {
            case ACCEPT -> "Accept";
            case DROP -> "Drop";
        };
    }
}
