package dev.cordon.wire.state;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed.Ok;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Shape.Case;
import dev.cordon.wire.shape.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The fields of what a rule asks of a flow.
final class MatchForm {

    private static final String ALL = "ALL";
    private static final String EVERYTHING = "everything";

    private static final Map<String, ProtocolMatch> PROTOCOLS = Stream.concat(
                    Stream.of(ProtocolMatch.all()),
                    IntStream.rangeClosed(0, IpProtocol.NUMBER_MAX)
                            .mapToObj(number -> ProtocolMatch.of(new IpProtocol(number))))
            .collect(toUnmodifiableMap(MatchForm::text, protocol -> protocol));

    private static final Shape<ProtocolMatch> PROTOCOL = Values.canonical(
            "`ALL` or a protocol such as `TCP` or `132`",
            text -> Optional.ofNullable(PROTOCOLS.get(text)),
            MatchForm::text);

    private static final Shape<PortMatch> PORTS = Shape.textOr(
            place -> Values.PORTS.read(place).then(range -> new Ok<>(PortMatch.of(range))),
            Shape.oneOf(List.of(Case.of("portList", PortListForm.ID, PortMatch.Listed::new))));

    private static final Shape<Peer> PEER = Shape.oneOf(List.of(
            Case.of("block", Values.BLOCK, Peer.Block::new),
            Case.of("group", SecurityGroupForm.ID, Peer.Group::new),
            Case.of("prefixList", PrefixListForm.ID, Peer.Listed::new)));

    private static final Shape<LocalSide> LOCAL = Shape.textOr(
            Values.canonical("`everything`", text -> Optional.of(LocalSide.everything()), local -> EVERYTHING),
            Shape.oneOf(List.of(Case.of("block", Values.BLOCK, LocalSide.Block::new))));

    private MatchForm() {}

    static void append(ObjectNode to, RuleMatch match) {
        to.put("protocol", text(match.protocol()));
        to.set("ports", node(match.destinationPorts()));
        to.put("sourcePorts", Values.text(match.sourcePorts()));
        to.set("peer", node(match.peer()));
        to.set("local", node(match.local()));
    }

    static Supplier<RuleMatch> take(Fields in) {
        var protocol = in.take("protocol", PROTOCOL);
        var ports = in.take("ports", PORTS);
        var sourcePorts = in.take("sourcePorts", Values.PORTS);
        var peer = in.take("peer", PEER);
        var local = in.take("local", LOCAL);
        return () -> new RuleMatch(protocol.get(), ports.get(), sourcePorts.get(), peer.get(), local.get());
    }

    private static String text(ProtocolMatch match) {
        return switch (match) {
            case ProtocolMatch.All() -> ALL;
            case ProtocolMatch.One(IpProtocol protocol) -> protocol.toString();
        };
    }

    private static JsonNode node(PortMatch match) {
        return switch (match) {
            case PortMatch.Range(var range) -> StringNode.valueOf(Values.text(range));
            case PortMatch.Listed(var list) -> Json.object().put("portList", list.value());
        };
    }

    private static JsonNode node(Peer peer) {
        return switch (peer) {
            case Peer.Block(var block) -> Json.object().put("block", block.toString());
            case Peer.Group(var group) -> Json.object().put("group", group.value());
            case Peer.Listed(var list) -> Json.object().put("prefixList", list.value());
        };
    }

    private static JsonNode node(LocalSide local) {
        return switch (local) {
            case LocalSide.Everything() -> StringNode.valueOf(EVERYTHING);
            case LocalSide.Block(var block) -> Json.object().put("block", block.toString());
        };
    }
}
