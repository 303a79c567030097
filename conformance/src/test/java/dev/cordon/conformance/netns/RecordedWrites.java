package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.model.Chance;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules that one writer adds and takes away, one after the other, and what of it was acknowledged.
///
/// One write at most is in doubt when the process is killed: the one whose answer did not come.
final class RecordedWrites {

    private static final int PORT_FIRST = 10_000;
    private static final int RULE_COUNT_MAX = 60;

    private final GuardedPair pair;
    private final Chance chance;
    private final SortedSet<Integer> acknowledged = new TreeSet<>();
    private final SortedSet<Integer> inDoubt = new TreeSet<>();
    private final AtomicLong count = new AtomicLong();
    private int next = PORT_FIRST;

    RecordedWrites(GuardedPair pair, Chance chance) {
        this.pair = pair;
        this.chance = chance;
    }

    long count() {
        return count.get();
    }

    /// Writes until nobody answers any more.
    boolean writeUntilTheEnd(CordonClient client) {
        try {
            while (true) {
                write(client);
            }
        } catch (CliException ended) {
            if (ended.getMessage().startsWith("cannot reach")) {
                return true;
            }
            throw ended;
        }
    }

    private void write(CordonClient client) {
        boolean takesAway = acknowledged.size() >= RULE_COUNT_MAX || !acknowledged.isEmpty() && chance.oneIn(3);
        int port = takesAway ? chance.of(List.copyOf(acknowledged)) : next++;
        inDoubt.add(port);
        pair.rule(client, takesAway ? "RevokeSecurityGroup" : "AuthorizeSecurityGroup", "TCP", port);
        if (takesAway) {
            acknowledged.remove(port);
        } else {
            acknowledged.add(port);
        }
        inDoubt.remove(port);
        count.incrementAndGet();
    }

    /// Checks that what was acknowledged is what is stored, and goes on from there.
    void compareWith(PolicyState stored) {
        SortedSet<Integer> ports = stored.rulesOf(pair.group()).stream()
                .flatMap(rule -> rule.match().destinationPorts() instanceof PortMatch.Range(var range)
                        ? Stream.of(range.first())
                        : Stream.empty())
                .filter(port -> port >= PORT_FIRST)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(withoutDoubt(acknowledged), withoutDoubt(ports), "in doubt: " + inDoubt);
        acknowledged.clear();
        acknowledged.addAll(ports);
        inDoubt.clear();
    }

    private List<Integer> withoutDoubt(SortedSet<Integer> ports) {
        List<Integer> certain = new ArrayList<>(ports);
        certain.removeAll(inDoubt);
        return certain;
    }
}
