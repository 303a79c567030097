package dev.cordon.conformance.netns.packets;

import dev.cordon.model.Chance;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.spec.Spec;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Packets between two guests, all the time, each of which must end as some revision says that was
/// in force while it was sent: none older than the newest one reported, none newer than the newest
/// one published.
final class WatchedTraffic implements Runnable {

    private static final Duration INTERVAL = Duration.ofNanos(150_000);
    private static final int FIRST_PORT = 1_024;
    private static final int SESSION_PORT_COUNT = 4;

    private final RunningAgent agent;
    private final Crossing crossing;
    private final int firstGuest;
    private final Chance chance;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<Integer, Spec> specs = new HashMap<>();

    /// Flows whose answer may have begun a session, of which their own packets are answers then.
    private final Set<Flow> turned = new HashSet<>();

    private volatile boolean open = true;
    private volatile int sent;
    private volatile int passed;
    private volatile int answered;
    private volatile int betweenTwo;

    /// The revisions that a packet may have met.
    private record Window(int oldest, int newest) {

        private IntStream revisions() {
            return IntStream.rangeClosed(oldest, newest);
        }
    }

    /// @param firstGuest one of two guests that nobody else uses; the other one is the next
    WatchedTraffic(RunningAgent agent, TapHost host, int firstGuest, Chance chance) {
        this.agent = agent;
        this.firstGuest = firstGuest;
        this.chance = chance;
        this.crossing = new Crossing(
                host,
                Map.of(
                        "tap" + firstGuest, SmallCloud.station(firstGuest),
                        "tap" + (firstGuest + 1), SmallCloud.station(firstGuest + 1)));
    }

    @Override
    public void run() {
        try {
            while (open) {
                sendOne();
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        } catch (RuntimeException failure) {
            complaints.add(failure.toString());
        }
    }

    private void sendOne() {
        int from = firstGuest + chance.between(0, 1);
        int to = 2 * firstGuest + 1 - from;
        // a session that goes on, or one of which this is the first packet
        boolean goesOn = chance.oneIn(3);
        boolean v4 = chance.oneIn(2);
        Flow flow = new Flow(
                v4 ? SmallCloud.v4(from) : SmallCloud.v6(from),
                v4 ? SmallCloud.v4(to) : SmallCloud.v6(to),
                goesOn || chance.oneIn(2) ? IpProtocol.UDP : IpProtocol.TCP,
                new Transport.Ports(
                        goesOn ? chance.between(1, SESSION_PORT_COUNT) : FIRST_PORT + sent % 60_000,
                        chance.between(ChangingPolicy.PORTS.first(), ChangingPolicy.PORTS.last())),
                Mark.NONE);
        int oldest = agent.enforced();
        boolean passes = crossing.passes("tap" + from, "tap" + to, FlowPackets.opening(flow, PacketNumber.next()));
        check(flow, new Window(oldest, agent.published()), passes);
        if (passes && goesOn) {
            answer(flow, from, to, oldest);
        }
    }

    private void check(Flow flow, Window window, boolean passes) {
        boolean some = window.revisions().anyMatch(revision -> accepts(revision, flow) == passes);
        boolean answers = passes
                && turned.contains(flow)
                && window.revisions().anyMatch(revision -> accepts(revision, FlowPackets.reversed(flow)));
        if (!some && !answers) {
            complaints.add((passes ? "passes " : "does not pass ") + flow + " between " + window);
        }
        count(passes, window, flow);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    private void count(boolean passes, Window window, Flow flow) {
        sent++;
        passed += passes ? 1 : 0;
        betweenTwo += accepts(window.oldest(), flow) == accepts(window.newest(), flow) ? 0 : 1;
    }

    /// The answer passes by its session, or as a new flow if some revision in between has ended the
    /// session.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    private void answer(Flow flow, int from, int to, int oldest) {
        byte[] answer = FlowPackets.answer(flow, PacketNumber.next()).orElseThrow();
        boolean passes = crossing.passes("tap" + to, "tap" + from, answer);
        Window window = new Window(oldest, agent.published());
        List<Integer> revisions =
                IntStream.rangeClosed(window.oldest(), window.newest()).boxed().toList();
        boolean kept = revisions.stream().anyMatch(revision -> accepts(revision, flow));
        boolean ended = revisions.stream().anyMatch(revision -> !accepts(revision, flow));
        boolean fits = passes
                ? kept || revisions.stream().anyMatch(revision -> accepts(revision, FlowPackets.reversed(flow)))
                : ended;
        if (!fits) {
            complaints.add((passes ? "passes " : "does not pass ") + "the answer to " + flow + " between " + window);
        }
        if (passes && ended) {
            turned.add(flow);
        }
        answered += passes ? 1 : 0;
    }

    private boolean accepts(int revision, Flow flow) {
        PolicyState state = agent.state(revision);
        specs.keySet().removeIf(old -> old < revision - 2);
        Spec spec = specs.computeIfAbsent(revision, number -> new Spec(Profile.ALIYUN_DEFAULT, state));
        return accepts(state, spec, Direction.EGRESS, flow) && accepts(state, spec, Direction.INGRESS, flow);
    }

    private static boolean accepts(PolicyState state, Spec spec, Direction direction, Flow flow) {
        var local = direction == Direction.EGRESS ? flow.source() : flow.destination();
        return state.enis()
                .filter(eni -> eni.addresses().containsPrivate(local))
                .allMatch(eni -> spec.decide(eni.id(), direction, flow).action() == Action.ACCEPT);
    }

    void end() {
        open = false;
    }

    List<String> complaints() {
        return complaints;
    }

    int sent() {
        return sent;
    }

    /// Tells whether every kind of packet was met.
    boolean isWide() {
        return passed > 0 && passed < sent && answered > 0 && betweenTwo > 0;
    }

    @Override
    public String toString() {
        return sent + " sent, " + passed + " passed, " + answered + " answers passed, " + betweenTwo
                + " while a change was made that is about them";
    }
}
