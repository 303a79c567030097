package dev.cordon.ecs.action;

import dev.cordon.ecs.schema.Fields;
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

/// A rule as descriptions show it: every field is there, those without a value as empty text.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroupattribute Permission
final class RuleAnswer {

    static final Fields<Seen<Rule>> FIELDS = side(
                    "Dest",
                    side(
                            "Source",
                            Fields.<Seen<Rule>>none()
                                    .text(
                                            "SecurityGroupRuleId",
                                            seen -> seen.it().id())
                                    .text(
                                            "Direction",
                                            seen -> direction(seen.it().direction()))
                                    .text(
                                            "IpProtocol",
                                            seen -> protocol(seen.it().match().protocol()))
                                    .text("Policy", seen -> policy(seen.it().action()))
                                    .text(
                                            "Priority",
                                            seen -> seen.it().priority().number())
                                    .text("NicType", seen -> "intranet")
                                    .text(
                                            "PortRange",
                                            seen -> range(seen.it().match().destinationPorts()))
                                    .text(
                                            "PortRangeListId",
                                            seen -> portList(seen.it().match().destinationPorts()))
                                    .text("PortRangeListName", RuleAnswer::portListName)
                                    .text(
                                            "SourcePortRange",
                                            seen -> sourcePorts(
                                                    seen.it().match().sourcePorts()))))
            .text("Description", seen -> seen.it().details().description())
            .text("CreateTime", seen -> LabelAnswer.time(seen.it().details().createdAt()));

    private RuleAnswer() {}

    private static Fields<Seen<Rule>> side(String side, Fields<Seen<Rule>> before) {
        return before.text(side + "CidrIp", seen -> block(seen.it(), side, AddressFamily.IPV4))
                .text("Ipv6" + side + "CidrIp", seen -> block(seen.it(), side, AddressFamily.IPV6))
                .text(side + "GroupId", seen -> isPeer(seen, side) ? group(seen) : "")
                .text(side + "GroupName", seen -> isPeer(seen, side) ? groupName(seen) : "")
                .text(side + "GroupOwnerAccount", seen -> isPeer(seen, side) ? groupOwner(seen) : "")
                .text(side + "PrefixListId", seen -> isPeer(seen, side) ? list(seen) : "")
                .text(side + "PrefixListName", seen -> isPeer(seen, side) ? listName(seen) : "");
    }

    private static boolean isPeer(Seen<Rule> seen, String side) {
        return side.equals(RuleSides.of(seen.it().direction()).peer());
    }

    private static String range(PortMatch ports) {
        return switch (ports) {
            case PortMatch.Range(var range) -> ports(range);
            case PortMatch.Listed(var list) -> "";
        };
    }

    private static String portList(PortMatch ports) {
        return switch (ports) {
            case PortMatch.Range(var range) -> "";
            case PortMatch.Listed(var list) -> list.value();
        };
    }

    private static String portListName(Seen<Rule> seen) {
        return switch (seen.it().match().destinationPorts()) {
            case PortMatch.Range(var range) -> "";
            case PortMatch.Listed(var list) ->
                seen.state().portList(list).orElseThrow().details().name();
        };
    }

    private static String sourcePorts(PortRange ports) {
        return ports.equals(PortRange.ANY) ? "" : ports(ports);
    }

    /// Returns the block of a side if it is of the family, or the empty text.
    private static String block(Rule rule, String side, AddressFamily family) {
        if (!side.equals(RuleSides.of(rule.direction()).peer())) {
            return switch (rule.match().local()) {
                case LocalSide.Everything() -> "";
                case LocalSide.Block(var block) -> written(rule.details().localText(), block, family);
            };
        }
        return switch (rule.match().peer()) {
            case Peer.Block(var block) -> written(rule.details().peerText(), block, family);
            case Peer.Group(var group) -> "";
            case Peer.Listed(var list) -> "";
        };
    }

    /// Clients compare the text, so a block is shown as it was written, if it was.
    private static String written(String text, CidrBlock block, AddressFamily family) {
        if (block.family() != family) {
            return "";
        }
        return text.isEmpty() ? block.toString() : text;
    }

    private static String group(Seen<Rule> seen) {
        return switch (seen.it().match().peer()) {
            case Peer.Group(var group) -> group.value();
            case Peer.Block(var block) -> "";
            case Peer.Listed(var list) -> "";
        };
    }

    private static String groupName(Seen<Rule> seen) {
        return switch (seen.it().match().peer()) {
            case Peer.Group(var group) ->
                seen.neighbours()
                        .group(group)
                        .map(found -> found.details().name())
                        .orElse("");
            case Peer.Block(var block) -> "";
            case Peer.Listed(var list) -> "";
        };
    }

    /// Returns the name of the account whose group it is, or the empty text for one's own.
    private static String groupOwner(Seen<Rule> seen) {
        return switch (seen.it().match().peer()) {
            case Peer.Group(var group) ->
                seen.state().group(group).isPresent()
                        ? ""
                        : seen.neighbours()
                                .owner(group)
                                .map(seen.neighbours()::name)
                                .orElse("");
            case Peer.Block(var block) -> "";
            case Peer.Listed(var list) -> "";
        };
    }

    private static String list(Seen<Rule> seen) {
        return switch (seen.it().match().peer()) {
            case Peer.Listed(var list) -> list.value();
            case Peer.Group(var group) -> "";
            case Peer.Block(var block) -> "";
        };
    }

    private static String listName(Seen<Rule> seen) {
        return switch (seen.it().match().peer()) {
            case Peer.Listed(var list) ->
                seen.state().prefixList(list).orElseThrow().details().name();
            case Peer.Group(var group) -> "";
            case Peer.Block(var block) -> "";
        };
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
