package dev.cordon.engine.table;

import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.PolicyState;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// All services, parted into runs of [keys][ServiceKeys] that the rules which were
/// [told apart][Edit#tellApart] treat alike.
///
/// A run is known by a number. Runs are only ever split: the left part keeps the number, the right
/// one gets the next. So whoever knew the runs when there were fewer finds the one that a later one
/// was part of. Immutable.
///
/// Implementation note: one look into an array tells the run of a service, whatever the rules are.
final class ServiceRuns {

    /// Runs that are told apart; beyond, nothing more is split.
    static final int RUN_COUNT_MAX = 4_096;

    static final ServiceRuns ONE = new ServiceRuns(new char[ServiceKeys.COUNT], new char[1], new int[1]);

    private final char[] runs;
    private final char[] parents;
    private final int[] starts;

    /// @param runs of each key
    /// @param parents of each run, the one that it was split from
    /// @param starts keys at which runs start, ascending
    private ServiceRuns(char[] runs, char[] parents, int[] starts) {
        this.runs = runs;
        this.parents = parents;
        this.starts = starts;
    }

    int count() {
        return parents.length;
    }

    /// Returns the run of a service.
    int run(int key) {
        return runs[key];
    }

    /// Returns the run that a run was part of when there were so many.
    int ancestor(int run, int count) {
        int ancestor = run;
        while (ancestor >= count) {
            ancestor = parents[ancestor];
        }
        return ancestor;
    }

    /// Tells whether runs end where the services end that a rule is about.
    boolean tellsApart(RuleMatch match, PolicyState state) {
        return ServiceKeys.of(match, state).stream()
                .allMatch(span -> isStart(span.first()) && isStart(span.last() + 1));
    }

    private boolean isStart(int key) {
        return key == ServiceKeys.COUNT || Arrays.binarySearch(starts, key) >= 0;
    }

    /// Tells the runs of the services that a rule is about, which are told apart.
    void forEach(RuleMatch match, PolicyState state, IntConsumer told) {
        for (ServiceKeys.Span span : ServiceKeys.of(match, state)) {
            int at = Arrays.binarySearch(starts, span.first());
            for (; at < starts.length && starts[at] <= span.last(); at++) {
                told.accept(runs[starts[at]]);
            }
        }
    }

    Edit edit() {
        return new Edit(this);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private ServiceRuns done;
        private boolean own;
        private int[] starts;
        private int startCount;

        private Edit(ServiceRuns from) {
            this.done = from;
            this.starts = from.starts;
            this.startCount = from.starts.length;
        }

        /// Has the services that a rule is about be in runs of their own, while there is room.
        void tellApart(RuleMatch match, PolicyState state) {
            for (ServiceKeys.Span span : ServiceKeys.of(match, state)) {
                splitAt(span.first());
                splitAt(span.last() + 1);
            }
        }

        private void splitAt(int key) {
            int at = Arrays.binarySearch(starts, 0, startCount, key);
            if (at >= 0 || key == ServiceKeys.COUNT || startCount == RUN_COUNT_MAX) {
                return;
            }
            makeOwn();
            int place = -at - 1;
            int end = place < startCount ? starts[place] : ServiceKeys.COUNT;
            done.parents[startCount] = done.runs[key];
            Arrays.fill(done.runs, key, end, (char) startCount);
            System.arraycopy(starts, place, starts, place + 1, startCount - place);
            starts[place] = key;
            startCount++;
        }

        private void makeOwn() {
            if (!own) {
                starts = Arrays.copyOf(starts, RUN_COUNT_MAX);
                done = new ServiceRuns(done.runs.clone(), Arrays.copyOf(done.parents, RUN_COUNT_MAX), starts);
                own = true;
            }
        }

        ServiceRuns done() {
            return own
                    ? new ServiceRuns(
                            done.runs, Arrays.copyOf(done.parents, startCount), Arrays.copyOf(starts, startCount))
                    : done;
        }
    }
}
