package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// The numbers of all that tables know: ENIs, sets of groups, groups and VPCs, and who is in what.
final class Registry {

    static final Registry EMPTY = new Registry(
            new Numbers(
                    Interned.empty(),
                    Interned.empty(),
                    Interned.empty(),
                    Interned.empty(),
                    Interned.empty(),
                    Interned.empty()),
            new Owners(AddressIndex.EMPTY, IntChunks.EMPTY, SetLines.EMPTY),
            new Sets(RefChunks.empty(), RefChunks.empty(), 0),
            new Services(ServiceRuns.ONE, IntChunks.EMPTY),
            Verdicts.FIXED,
            Tables.EMPTY);

    private static final int[] NO_SETS = new int[0];

    private final Numbers numbers;
    private final Owners owners;
    private final Sets sets;
    private final Services services;
    private final Verdicts verdicts;
    private final Tables tables;

    /// @param likenesses of sets
    record Numbers(
            Interned<EniId> enis,
            Interned<Likeness> likenesses,
            Interned<SecurityGroupId> groups,
            Interned<VpcId> spaces,
            Interned<PrefixListId> lists,
            Interned<RuleId> rules) {}

    /// @param setsOf numbers of the sets that have each group
    /// @param irregular sets with a group of another VPC, or with more groups than fit
    record Sets(RefChunks<GroupSet> all, RefChunks<int[]> setsOf, int irregular) {}

    /// @param told by the number of each group: 1 if the services of its rules are told apart
    record Services(ServiceRuns runs, IntChunks told) {}

    private Registry(Numbers numbers, Owners owners, Sets sets, Services services, Verdicts verdicts, Tables tables) {
        this.numbers = numbers;
        this.owners = owners;
        this.sets = sets;
        this.services = services;
        this.verdicts = verdicts;
        this.tables = tables;
    }

    Owners owners() {
        return owners;
    }

    ServiceRuns runs() {
        return services.runs();
    }

    Verdicts verdicts() {
        return verdicts;
    }

    Tables tables() {
        return tables;
    }

    OptionalInt indexOf(EniId eni) {
        return numbers.enis().find(eni).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    EniId eni(int index) {
        return numbers.enis().thing(index);
    }

    /// Returns the number of a group that some ENI is in.
    OptionalInt groupNumber(SecurityGroupId group) {
        return numbers.groups().find(group).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    int listNumber(PrefixListId list) {
        return numbers.lists().find(list).orElseThrow();
    }

    int ruleNumber(RuleId rule) {
        return numbers.rules().find(rule).orElseThrow();
    }

    Stream<Integer> setNumbers() {
        return numbers.likenesses().numbers();
    }

    GroupSet set(int number) {
        return sets.all().get(number);
    }

    /// Tells whether addresses do not tell who is a member: some ENI is in a group of another VPC
    /// or in too many groups, or an address has too many owners.
    boolean isIrregular() {
        return sets.irregular() > 0 || owners.isCrowded();
    }

    Edit edit(PolicyState before, PolicyState after) {
        return new Edit(this, before, after);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final PolicyState before;
        private final PolicyState after;
        private final Interned.Edit<EniId> enis;
        private final Interned.Edit<Likeness> likenesses;
        private final Interned.Edit<SecurityGroupId> groups;
        private final Interned.Edit<VpcId> spaces;
        private final Interned.Edit<PrefixListId> lists;
        private final Interned.Edit<RuleId> rules;
        private final Owners.Edit owners;
        private final RefChunks.Edit<GroupSet> sets;
        private final RefChunks.Edit<int[]> setsOf;
        private final ServiceRuns.Edit runs;
        private final IntChunks.Edit told;
        private final Verdicts.Edit verdicts;
        private final Tables.Edit tables;
        private final Set<Stale> stale = new LinkedHashSet<>();
        private int irregular;

        /// The rules of a group that sets have to be made anew of.
        private record Stale(SecurityGroupId group, Direction direction) {}

        private Edit(Registry from, PolicyState before, PolicyState after) {
            this.before = before;
            this.after = after;
            this.enis = from.numbers.enis().edit();
            this.likenesses = from.numbers.likenesses().edit();
            this.groups = from.numbers.groups().edit();
            this.spaces = from.numbers.spaces().edit();
            this.lists = from.numbers.lists().edit();
            this.rules = from.numbers.rules().edit();
            this.owners = from.owners.edit();
            this.sets = from.sets.all().edit();
            this.setsOf = from.sets.setsOf().edit();
            this.runs = from.services.runs().edit();
            this.told = from.services.told().edit();
            this.verdicts = from.verdicts.edit();
            this.tables = from.tables.edit();
            this.irregular = from.sets.irregular();
        }

        /// Takes in an ENI that is not there.
        void put(Eni eni) {
            int index = enis.acquire(eni.id());
            owners.add(index, acquireSet(Likeness.of(eni)), eni.addresses());
        }

        /// Takes out an ENI that is there.
        void remove(Eni eni) {
            int index = enis.find(eni.id()).orElseThrow();
            owners.remove(index, eni.addresses());
            enis.release(index);
            releaseSet(owners.setOf(index));
        }

        /// Moves an ENI whose addresses and VPC stay the same to other groups.
        void move(Eni eni) {
            int index = enis.find(eni.id()).orElseThrow();
            int left = owners.setOf(index);
            owners.move(index, acquireSet(Likeness.of(eni)));
            releaseSet(left);
        }

        private int acquireSet(Likeness likeness) {
            int number = likenesses.acquire(likeness);
            if (likenesses.isNew(number)) {
                List<Integer> members = new ArrayList<>();
                for (SecurityGroupId group : likeness.groups()) {
                    members.add(acquireGroup(group, number));
                }
                GroupSet set = new GroupSet(likeness, spaces.acquire(likeness.vpc()), members);
                sets.set(number, set);
                owners.describe(number, set);
                tellApart(set);
                unmake(number);
                irregular += isIrregular(after, likeness) ? 1 : 0;
            }
            return number;
        }

        /// Has the services of a set's rules be told apart, unless there are so many rules that
        /// they are put in a table.
        private void tellApart(GroupSet set) {
            int count = set.likeness().groups().stream()
                    .mapToInt(group -> after.ruleCount(group))
                    .sum();
            if (count > SetRules.ENTRY_COUNT_MAX) {
                return;
            }
            for (int group : set.groups()) {
                if (told.get(group) == 0) {
                    told.set(group, 1);
                    after.rulesOf(groups.thing(group)).forEach(rule -> runs.tellApart(rule.match(), after));
                }
            }
        }

        /// A group that has its first set gets a number, which sides that name it do not know yet.
        private int acquireGroup(SecurityGroupId group, int set) {
            int number = groups.acquire(group);
            int[] known = groups.isNew(number) ? NO_SETS : setsOf.get(number);
            if (groups.isNew(number)) {
                verdicts.set(Verdicts.ofGroup(number), Verdict.sharedGroup(group));
                told.set(number, 0);
                resetThoseThatName(group);
            }
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = set;
            setsOf.set(number, more);
            return number;
        }

        private void releaseSet(int number) {
            GroupSet set = sets.get(number);
            if (!likenesses.release(number)) {
                return;
            }
            irregular -= isIrregular(before, set.likeness()) ? 1 : 0;
            spaces.release(set.space());
            for (int group : set.groups()) {
                setsOf.set(group, without(setsOf.get(group), number));
                SecurityGroupId id = groups.thing(group);
                if (groups.release(group)) {
                    resetThoseThatName(id);
                }
            }
        }

        private static int[] without(int[] sets, int set) {
            int[] fewer = new int[sets.length - 1];
            int at = 0;
            for (int other : sets) {
                if (other != set) {
                    fewer[at++] = other;
                }
            }
            return fewer;
        }

        private static boolean isIrregular(PolicyState state, Likeness likeness) {
            return likeness.groups().size() > SetLines.GROUP_COUNT_MAX
                    || likeness.groups().stream()
                            .flatMap(id -> state.group(id).stream())
                            .anyMatch(group -> !group.vpc().equals(likeness.vpc()));
        }

        private void resetThoseThatName(SecurityGroupId group) {
            after.rulesNaming(group).forEach(rule -> reset(rule.group(), rule.direction()));
        }

        /// Has all that sets say by the rules of one direction of a group be made anew.
        void reset(SecurityGroupId group, Direction direction) {
            stale.add(new Stale(group, direction));
        }

        private void unmakeStale() {
            for (Stale of : stale) {
                groups.find(of.group()).ifPresent(number -> {
                    for (int set : setsOf.get(number)) {
                        tables.unmake(set, of.direction());
                    }
                });
            }
        }

        /// Has all that sets with a group say be made anew: its intra-group policy may have
        /// changed.
        void reset(SecurityGroupId group) {
            reset(group, Direction.INGRESS);
            reset(group, Direction.EGRESS);
        }

        private void unmake(int set) {
            tables.unmake(set, Direction.INGRESS);
            tables.unmake(set, Direction.EGRESS);
        }

        /// Takes in a rule, or what it has become.
        void put(Rule rule) {
            int number = rules.find(rule.id()).orElseGet(() -> rules.acquire(rule.id()));
            verdicts.set(Verdicts.ofRule(number), Verdict.matched(rule));
            tellApart(rule);
        }

        /// Has the services of a rule be told apart, if those of its group are.
        void tellApart(Rule rule) {
            groups.find(rule.group())
                    .filter(group -> told.get(group) != 0)
                    .ifPresent(group -> runs.tellApart(rule.match(), after));
        }

        void remove(RuleId rule) {
            rules.find(rule).ifPresent(rules::release);
        }

        /// Takes in a prefix list, or its new entries.
        void put(PrefixList list) {
            int number = lists.find(list.id()).orElseGet(() -> lists.acquire(list.id()));
            tables.list(number, ListTable.of(list));
        }

        void remove(PrefixListId list) {
            lists.find(list).ifPresent(lists::release);
        }

        Registry done() {
            unmakeStale();
            return new Registry(
                    new Numbers(
                            enis.done(), likenesses.done(), groups.done(), spaces.done(), lists.done(), rules.done()),
                    owners.done(),
                    new Sets(sets.done(), setsOf.done(), irregular),
                    new Services(runs.done(), told.done()),
                    verdicts.done(),
                    tables.done());
        }
    }
}
