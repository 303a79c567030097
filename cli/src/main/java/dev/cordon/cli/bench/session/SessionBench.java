package dev.cordon.cli.bench.session;

import dev.cordon.agent.reconcile.LinuxKernel;
import dev.cordon.agent.reconcile.LiveSessions;
import dev.cordon.cli.Privileges;
import dev.cordon.cli.bench.Latencies;
import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// From a change until the sessions that it drops have ended, in a table with many others.
///
/// One ENI of the host loses a rule. *All* is to judge every session again, *doubtful* those that
/// the change may have turned.
public final class SessionBench {

    private static final int ENI_COUNT = 100;
    private static final int WARM_UP_COUNT = 2;
    private static final AddressSet PEERS = AddressSet.of(CidrBlock.of("127.0.0.0/8"));

    private final CrowdedTable table;
    private final int sessionCount;

    private SessionBench(CrowdedTable table, int sessionCount) {
        this.table = table;
        this.sessionCount = sessionCount;
    }

    /// @param ending sessions that the change ended each time
    /// @param nothing a change that can end nothing
    public record Result(int ending, Latencies all, Latencies doubtful, Latencies nothing) {}

    /// Measures in a namespace of its own, and leaves nothing behind.
    ///
    /// @param sessionCount sessions of the table
    /// @param repeats how often each is measured
    public static List<Result> run(int sessionCount, int repeats) {
        Privileges.requireForLab();
        try (CrowdedTable table = new CrowdedTable()) {
            for (int i = 1; i <= ENI_COUNT; i++) {
                table.begin(address(i), sessionCount / ENI_COUNT);
            }
            SessionBench bench = new SessionBench(table, sessionCount);
            return table.namespace().call(() -> {
                try (LinuxKernel kernel = LinuxKernel.open()) {
                    return List.of(bench.measure(kernel, 10, repeats), bench.measure(kernel, 1_000, repeats));
                }
            });
        }
    }

    /// The ENI that loses its rule is one more than there are.
    private Result measure(LinuxKernel kernel, int ending, int repeats) {
        HostView before = view(PEERS);
        HostView same = view(PEERS);
        HostView after = view(AddressSet.EMPTY);
        Set<EniId> bound = new HashSet<>();
        before.enis().keys().forEach(bound::add);
        List<Duration> all = new ArrayList<>();
        List<Duration> doubtful = new ArrayList<>();
        List<Duration> nothing = new ArrayList<>();
        for (int i = 0; i < WARM_UP_COUNT + repeats; i++) {
            table.begin(address(ENI_COUNT + 1), ending);
            all.add(timed(ending, () -> new LiveSessions(kernel).judge(after, bound)));
            table.begin(address(ENI_COUNT + 1), ending);
            LiveSessions sessions = new LiveSessions(kernel);
            sessions.judge(before, bound);
            nothing.add(timed(0, () -> sessions.judge(same, bound)));
            doubtful.add(timed(ending, () -> sessions.judge(after, bound)));
        }
        return new Result(ending, counted(all), counted(doubtful), counted(nothing));
    }

    private static Latencies counted(List<Duration> times) {
        return new Latencies(times.subList(WARM_UP_COUNT, times.size()));
    }

    private Duration timed(int ending, Supplier<Integer> judging) {
        long startNanos = System.nanoTime();
        int ended = judging.get();
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        if (ended != ending) {
            throw new IllegalStateException(
                    ended + " sessions were ended of a table of " + sessionCount + ", and not " + ending);
        }
        return took;
    }

    /// @param fromOfLast whom the last ENI accepts
    private static HostView view(AddressSet fromOfLast) {
        SortedTable<EniId, EniPolicy> policies = SortedTable.empty();
        for (int i = 1; i <= ENI_COUNT + 1; i++) {
            EniId eni = new EniId("eni-" + i);
            policies = policies.with(eni, policy(eni, address(i), i > ENI_COUNT ? fromOfLast : PEERS));
        }
        return new HostView(new Revision(1), policies);
    }

    private static EniPolicy policy(EniId eni, IpAddress own, AddressSet from) {
        Clause clause = new Clause(List.of(new PeerIn(from)), Verdict.sharedGroup(new SecurityGroupId("sg-1")));
        Clauses ingress =
                new Clauses(Direction.INGRESS, List.of(clause), Verdict.byDefault(Action.DROP, Direction.INGRESS));
        Clauses egress = new Clauses(Direction.EGRESS, List.of(), Verdict.byDefault(Action.ACCEPT, Direction.EGRESS));
        return new EniPolicy(
                eni, new MacAddress(1), AddressSet.of(own.asBlock()), TrackingTimeouts.DEFAULT, ingress, egress);
    }

    private static IpAddress address(int number) {
        return IpAddress.of("127.1.0." + number);
    }
}
