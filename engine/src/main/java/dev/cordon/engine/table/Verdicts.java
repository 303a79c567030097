package dev.cordon.engine.table;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;

/// All verdicts that entries give, by numbers.
final class Verdicts {

    /// What holds if nothing else does: nothing comes in, and out of groups of one type nothing
    /// goes.
    static final int NOT_IN = 0;

    static final int NOT_OUT = 1;
    static final int OUT = 2;

    /// No verdict: the next word of entries goes on.
    static final int NEXT = 3;

    private static final int FIXED_COUNT = 4;

    static final Verdicts FIXED = fixed();

    private final RefChunks<Verdict> all;

    private Verdicts(RefChunks<Verdict> all) {
        this.all = all;
    }

    private static Verdicts fixed() {
        Edit edit = new Edit(RefChunks.<Verdict>empty().edit());
        edit.set(NOT_IN, Verdict.byDefault(Action.DROP, Direction.INGRESS));
        edit.set(NOT_OUT, Verdict.byDefault(Action.DROP, Direction.EGRESS));
        edit.set(OUT, Verdict.byDefault(Action.ACCEPT, Direction.EGRESS));
        return edit.done();
    }

    /// Returns the number of the verdict of a rule.
    static int ofRule(int rule) {
        return FIXED_COUNT + 2 * rule;
    }

    /// Returns the number of the verdict that a group gives to those who share it.
    static int ofGroup(int group) {
        return FIXED_COUNT + 2 * group + 1;
    }

    Verdict get(int number) {
        return all.get(number);
    }

    Edit edit() {
        return new Edit(all.edit());
    }

    /// An edit in progress, by one thread.
    record Edit(RefChunks.Edit<Verdict> all) {

        void set(int number, Verdict verdict) {
            all.set(number, verdict);
        }

        Verdicts done() {
            return new Verdicts(all.done());
        }
    }
}
