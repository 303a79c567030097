package dev.cordon.cli.node;

import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.TrackedSession;
import dev.cordon.agent.kernel.TrackedSession.Count;
import dev.cordon.agent.session.SessionDesk;
import dev.cordon.agent.session.SessionList;
import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers `/v1/sessions` from the kernel of the local agent; without an agent there are none.
final class SessionAnswers {

    private final Publisher publisher;
    private final Supplier<Optional<SessionDesk>> desk;

    SessionAnswers(Publisher publisher, Supplier<Optional<SessionDesk>> desk) {
        this.publisher = publisher;
        this.desk = desk;
    }

    /// @param eni whose sessions are asked for; all if empty, none if nobody knows it
    ObjectNode answer(Optional<EniId> eni) {
        PolicyState state = publisher.newest().state();
        SessionList found = desk.get()
                .map(open -> eni.map(id -> of(state.eni(id), open)).orElseGet(open::all))
                .orElse(SessionList.EMPTY);
        ObjectNode root = Json.object()
                .put("count", found.count())
                .put("shown", found.sessions().size());
        Map<IpAddress, EniId> openers = openers(eni, state, found.sessions());
        ArrayNode sessions = root.putArray("sessions");
        for (TrackedSession session : found.sessions()) {
            write(session, sessions.addObject(), openers);
        }
        return root;
    }

    private static SessionList of(Optional<Eni> eni, SessionDesk desk) {
        return eni.map(known -> desk.of(known.addresses().privateBlocks())).orElse(SessionList.EMPTY);
    }

    /// Returns who has the addresses that sessions were opened from. Where several ENIs have one,
    /// the one that is asked for goes first.
    private static Map<IpAddress, EniId> openers(
            Optional<EniId> asked, PolicyState state, List<TrackedSession> sessions) {
        Set<IpAddress> sources = new HashSet<>();
        sessions.forEach(session -> sources.add(session.entry().source()));
        Map<IpAddress, EniId> openers = new HashMap<>();
        asked.flatMap(state::eni).ifPresent(eni -> add(eni, sources, openers));
        state.enis().forEach(eni -> add(eni, sources, openers));
        return openers;
    }

    private static void add(Eni eni, Set<IpAddress> sources, Map<IpAddress, EniId> openers) {
        eni.addresses().privateBlocks().forEach(block -> {
            if (block.equals(block.first().asBlock())) {
                if (sources.contains(block.first())) {
                    openers.putIfAbsent(block.first(), eni.id());
                }
            } else {
                sources.stream().filter(block::contains).forEach(source -> openers.putIfAbsent(source, eni.id()));
            }
        });
    }

    private static void write(TrackedSession session, ObjectNode into, Map<IpAddress, EniId> openers) {
        ConntrackEntry entry = session.entry();
        FlowForm.addresses(entry.source(), entry.destination(), entry.protocol(), into);
        FlowForm.transport(entry.flow().transport(), into);
        if (!session.answerer().equals(entry.destination())) {
            into.put("answerer", session.answerer().toString());
        }
        into.put("state", session.state().name())
                .put("secondsLeft", session.timeLeft().toSeconds());
        session.traffic().ifPresent(traffic -> {
            count(traffic.there(), into.putObject("there"));
            count(traffic.back(), into.putObject("back"));
        });
        Optional.ofNullable(openers.get(entry.source())).ifPresent(eni -> into.put("openedBy", eni.value()));
    }

    private static void count(Count count, ObjectNode into) {
        into.put("packets", count.packets()).put("bytes", count.bytes());
    }
}
