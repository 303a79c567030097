package dev.cordon.cli.look;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.state.StateAt;
import java.util.Locale;
import java.util.stream.Collectors;

/// A state as lines for people.
public final class StateText {

    private StateText() {}

    public static String of(StateAt at) {
        StringBuilder text = new StringBuilder("revision " + at.revision() + "\n");
        PolicyState state = at.state();
        state.groups().forEach(group -> append(text, state, group));
        state.enis().forEach(eni -> append(text, eni));
        return text.toString();
    }

    private static void append(StringBuilder text, PolicyState state, SecurityGroup group) {
        text.append("\ngroup ")
                .append(group.id())
                .append("  ")
                .append(group.details().name());
        text.append("  ").append(words(group.type())).append(", ");
        text.append(words(group.intraGroupPolicy())).append(", ");
        text.append(state.membersOf(group.id()).count())
                .append(" ENIs, ")
                .append(group.vpc())
                .append('\n');
        state.rulesOf(group.id())
                .forEach(rule -> text.append("  ").append(line(rule)).append('\n'));
    }

    private static void append(StringBuilder text, Eni eni) {
        String groups = eni.groups().isEmpty()
                ? "no group"
                : eni.groups().stream().map(Object::toString).collect(Collectors.joining(", "));
        text.append("\neni ")
                .append(eni.id())
                .append("  ")
                .append(eni.addresses().primary());
        text.append("  in ").append(groups).append('\n');
    }

    private static String line(Rule rule) {
        return rule.id() + "  " + words(rule.direction()) + " " + words(rule.action()) + " "
                + protocol(rule.match().protocol()) + " " + ports(rule.match().destinationPorts())
                + " peer " + peer(rule.match().peer()) + local(rule.match().local())
                + " priority " + rule.priority().number();
    }

    private static String protocol(ProtocolMatch match) {
        return switch (match) {
            case ProtocolMatch.All() -> "ALL";
            case ProtocolMatch.One(var protocol) -> protocol.toString();
        };
    }

    private static String ports(PortMatch match) {
        return switch (match) {
            case PortMatch.Range(var range) -> range.toString();
            case PortMatch.Listed(var list) -> list.value();
        };
    }

    private static String peer(Peer peer) {
        return switch (peer) {
            case Peer.Block(var block) -> block.toString();
            case Peer.Group(var group) -> group.value();
            case Peer.Listed(var list) -> list.value();
        };
    }

    private static String local(LocalSide local) {
        return switch (local) {
            case LocalSide.Everything() -> "";
            case LocalSide.Block(var block) -> " local " + block;
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
