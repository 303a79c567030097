package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.ConntrackEntry.Layer4;
import dev.cordon.agent.reconcile.LiveSessions;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// *Incremental judging ends the same sessions as judging all*: over random views, tables, changes
/// and bindings.
final class IncrementalJudgingTest {

    private static final int FLOWS_PER_SIDE = 8;
    private static final int CHANGE_COUNT = 6;

    private int undisturbed;
    private int wholeDumps;
    private int filteredDumps;
    private int endedCount;

    @Test
    void endsTheSameAsJudgingAll() {
        Seeds.forEach(300, 3, this::follow);
        if (!Seeds.isOne()) {
            assertTrue(undisturbed > 0, "no change left the table alone");
            assertTrue(wholeDumps > 0, "no change had the whole table read");
            assertTrue(filteredDumps > 0, "no change had part of the table read");
            assertTrue(endedCount > 0, "no change ended a session");
        }
    }

    /// What began under a transaction that nobody judged may be accepted by no view.
    @Test
    void aTransactionThatWasNotJudgedHasAllLookedAt() {
        PolicyState state = new RandomStates(Chance.seeded(1)).next();
        Set<EniId> bound = Set.copyOf(state.enis().map(Eni::id).toList());
        SessionTableKernel kernel = new SessionTableKernel(List.of(), 1_000_000);
        LiveSessions sessions = new LiveSessions(kernel);
        sessions.changing();
        sessions.judge(view(state, bound), bound);
        sessions.changing();
        sessions.judge(view(state, bound), bound);
        assertEquals(1, kernel.wholeDumps);
        sessions.changing();
        sessions.changing();
        sessions.judge(view(state, bound), bound);
        assertEquals(2, kernel.wholeDumps);
    }

    private void follow(Chance chance) {
        PolicyState first = new RandomStates(chance).next();
        PolicyState state = first;
        Set<EniId> bound = bound(chance, state);
        SessionTableKernel kernel = new SessionTableKernel(table(chance, state), chance.oneIn(2) ? 0 : 1_000_000);
        LiveSessions sessions = new LiveSessions(kernel);
        sessions.judge(view(state, bound), bound);
        for (int i = 0; i < CHANGE_COUNT; i++) {
            List<Change> changes = new RandomChanges(chance).next(state, first);
            state = state.apply(changes);
            bound = chance.oneIn(3) ? bound(chance, state) : bound;
            HostView view = view(state, bound);
            List<ConntrackEntry> wanted = new ArrayList<>(kernel.sessions);
            SessionTableKernel judgedWhole = new SessionTableKernel(wanted, 0);
            int ending = new LiveSessions(judgedWhole).judge(view, bound);
            judge(sessions, kernel, view, bound);
            assertEquals(judgedWhole.sessions, kernel.sessions);
            endedCount += ending;
            begin(chance, state, view, bound, kernel);
        }
    }

    private void judge(LiveSessions sessions, SessionTableKernel kernel, HostView view, Set<EniId> bound) {
        kernel.wholeDumps = 0;
        kernel.filteredDumps = 0;
        sessions.judge(view, bound);
        wholeDumps += kernel.wholeDumps;
        filteredDumps += kernel.filteredDumps;
        undisturbed += kernel.wholeDumps + kernel.filteredDumps == 0 ? 1 : 0;
    }

    /// Sessions that the view accepts, and others of ENIs that are not bound yet.
    private static void begin(
            Chance chance, PolicyState state, HostView view, Set<EniId> bound, SessionTableKernel kernel) {
        SessionTableKernel begun = new SessionTableKernel(table(chance, state), 0);
        new LiveSessions(begun).judge(view, bound);
        kernel.sessions.addAll(begun.sessions);
    }

    private static Set<EniId> bound(Chance chance, PolicyState state) {
        Set<EniId> bound = new HashSet<>();
        state.enis().map(Eni::id).filter(eni -> !chance.oneIn(3)).forEach(bound::add);
        return bound;
    }

    private static HostView view(PolicyState state, Set<EniId> bound) {
        return Compiler.view(Profile.ALIYUN_DEFAULT, state, new Revision(4), bound);
    }

    private static List<ConntrackEntry> table(Chance chance, PolicyState state) {
        RandomFlows flows = new RandomFlows(chance, state);
        List<ConntrackEntry> table = new ArrayList<>();
        for (Eni eni : state.enis().toList()) {
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    table.add(entry(flows.next(eni, direction), table.size()));
                }
            }
        }
        return table;
    }

    private static ConntrackEntry entry(Flow flow, int id) {
        Layer4 layer4 = switch (flow.transport()) {
            case Transport.Ports(int from, int to) -> new Layer4.Ports(from, to);
            case Transport.Icmp(int type, int code) -> new Layer4.Icmp(type, code, id);
            case Transport.Opaque() -> new Layer4.Nothing();
        };
        return new ConntrackEntry(flow.source(), flow.destination(), flow.protocol(), layer4, flow.mark(), 0, id);
    }
}
