package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// Decides flows by one policy, without making an object. Used by one thread at a time.
public final class Decider {

    private static final Verdict NOT_IN = Verdict.byDefault(Action.DROP, Direction.INGRESS);
    private static final Verdict NOT_OUT = Verdict.byDefault(Action.DROP, Direction.EGRESS);
    private static final Verdict OUT = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);

    /// The place of a group that nobody shares.
    private static final int NO_PLACE = -1;

    private final CompiledPolicy policy;
    private final Owners owners;
    private final SetLines lines;
    private final Tables tables;
    private final boolean rulesFirst;
    private final boolean isolationFirst;
    private final boolean walks;
    private final PeerGroups peer = new PeerGroups();

    Decider(CompiledPolicy policy, Profile profile, Registry registry) {
        this.policy = policy;
        this.owners = registry.owners();
        this.lines = owners.lines();
        this.tables = registry.tables();
        this.rulesFirst = profile.intraEgress() == IntraEgress.AFTER_CUSTOM;
        this.isolationFirst = profile.isolation() == Isolation.FIRST;
        this.walks = registry.isIrregular();
    }

    /// Decides one of the flows.
    ///
    /// @param at row of the flow, whose ENI is of the policy
    public Verdict decide(FlowColumns flows, int at) {
        int set = owners.setOf(flows.eni(at));
        int[] line = lines.chunk(set);
        int from = SetLines.place(set);
        int flags = line[from + SetLines.COUNT];
        if (walks || (flags & SetLines.COUNT_MASK) == 0) {
            return policy.walk(flows, at);
        }
        Verdict platform = PlatformTable.verdict(flows, at, flags & SetLines.SMTP_BLOCKED);
        if (platform != null) {
            return platform;
        }
        owners.find(peer, line[from], flows, at);
        int shared = sharedPlace(line, from);
        boolean isEgress = flows.isEgress(at);
        if (shared != NO_PLACE && !(isEgress && rulesFirst)) {
            return tables.shared(line[from + SetLines.GROUPS + shared]);
        }
        Verdict byRules = byRules(line, from, set, flows, at);
        if (byRules != null) {
            return byRules;
        }
        if (shared != NO_PLACE) {
            return tables.shared(line[from + SetLines.GROUPS + shared]);
        }
        return !isEgress ? NOT_IN : (flags & SetLines.ADVANCED) != 0 ? NOT_OUT : OUT;
    }

    /// Decides several flows.
    ///
    /// @param first row of the first flow
    /// @param into gets a verdict for each flow from the first on; no longer than there are flows
    public void decideAll(FlowColumns flows, int first, Verdict[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = decide(flows, first + i);
        }
    }

    /// Returns the place of the first group that connects because another ENI, which has the peer's
    /// address, shares it.
    private int sharedPlace(int[] line, int from) {
        if (isolationFirst && firstOf(line[from + SetLines.ISOLATED], line, from) != NO_PLACE) {
            return NO_PLACE;
        }
        return firstOf(line[from + SetLines.INTERCONNECTED], line, from);
    }

    private int firstOf(int places, int[] line, int from) {
        for (int left = places; left != 0; left &= left - 1) {
            int place = Integer.numberOfTrailingZeros(left);
            if (peer.hasOtherIn(line[from + SetLines.GROUPS + place])) {
                return place;
            }
        }
        return NO_PLACE;
    }

    /// Returns the verdict of the first rule of all groups, if one matches. Of rules that are equal
    /// in order, the one of the group that comes first is named.
    private @Nullable Verdict byRules(int[] line, int from, int set, FlowColumns flows, int at) {
        if ((line[from + SetLines.COUNT] & SetLines.MERGED) != 0) {
            return byTableOfSet(set, flows, at);
        }
        int direction = flows.direction(at);
        int end = from + SetLines.GROUPS + (line[from + SetLines.COUNT] & SetLines.COUNT_MASK);
        int firstOrder = Integer.MAX_VALUE;
        Verdict first = null;
        for (int i = from + SetLines.GROUPS; i < end; i++) {
            int[] rules = tables.lines(line[i], direction);
            if (rules[0] > 0) {
                int rank = RuleLines.first(rules, flows, at, peer, tables.lists());
                if (rank >= 0 && RuleLines.order(rules, rank) < firstOrder) {
                    firstOrder = RuleLines.order(rules, rank);
                    first = tables.verdict(line[i], direction, rank);
                }
            } else if (rules[0] == RuleLines.IN_TABLE) {
                RuleTable table = (RuleTable) tables.ofGroup(line[i], direction);
                int rank = table.first(flows, at, peer, tables.lists());
                if (rank < table.ruleCount() && table.order(rank) < firstOrder) {
                    firstOrder = table.order(rank);
                    first = table.verdict(rank);
                }
            } else if (rules[0] < 0) {
                return policy.decideSlowly(this, flows, at);
            }
        }
        return first;
    }

    private @Nullable Verdict byTableOfSet(int set, FlowColumns flows, int at) {
        Table table = tables.ofSet(set, flows.direction(at));
        if (table instanceof Table.NoRules) {
            return null;
        }
        if (!(table instanceof RuleTable rules)) {
            return policy.decideSlowly(this, flows, at);
        }
        int rank = rules.first(flows, at, peer, tables.lists());
        return rank < rules.ruleCount() ? rules.verdict(rank) : null;
    }
}
