package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// The numbers of all that tables know: ENIs, sets of groups, groups and VPCs, and who is in what.
final class Registry {

    static final Registry EMPTY = new Registry(
            new Numbers(Interned.empty(), Interned.empty(), Interned.empty(), Interned.empty(), Interned.empty()),
            new Owners(AddressIndex.EMPTY, IntChunks.EMPTY, SetLines.EMPTY),
            new Sets(RefChunks.empty(), RefChunks.empty(), 0),
            Tables.EMPTY);

    /// From so many rules on, those of all groups of a set are put together.
    private static final int MERGED_RULE_COUNT = 128;

    private final Numbers numbers;
    private final Owners owners;
    private final Sets sets;
    private final Tables tables;

    /// @param likenesses of sets
    record Numbers(
            Interned<EniId> enis,
            Interned<Likeness> likenesses,
            Interned<SecurityGroupId> groups,
            Interned<VpcId> spaces,
            Interned<PrefixListId> lists) {}

    /// @param setsOf numbers of the sets that have each group
    /// @param irregular sets with a group of another VPC, or with more groups than fit
    record Sets(RefChunks<GroupSet> all, RefChunks<SortedTable<Integer, Integer>> setsOf, int irregular) {}

    private Registry(Numbers numbers, Owners owners, Sets sets, Tables tables) {
        this.numbers = numbers;
        this.owners = owners;
        this.sets = sets;
        this.tables = tables;
    }

    Owners owners() {
        return owners;
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

    SecurityGroupId group(int number) {
        return numbers.groups().thing(number);
    }

    Stream<Integer> groupNumbers() {
        return numbers.groups().numbers();
    }

    Stream<Integer> setNumbers() {
        return numbers.likenesses().numbers();
    }

    GroupSet set(int number) {
        return sets.all().get(number);
    }

    boolean isMerged(int set) {
        return (owners.lines().chunk(set)[SetLines.place(set) + SetLines.COUNT] & SetLines.MERGED) != 0;
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
        private final Owners.Edit owners;
        private final RefChunks.Edit<GroupSet> sets;
        private final RefChunks.Edit<SortedTable<Integer, Integer>> setsOf;
        private final Tables.Edit tables;
        private final Set<Stale> stale = new LinkedHashSet<>();
        private int irregular;

        /// The rules of a group that have to be put in tables anew.
        private record Stale(SecurityGroupId group, Direction direction) {}

        private Edit(Registry from, PolicyState before, PolicyState after) {
            this.before = before;
            this.after = after;
            this.enis = from.numbers.enis().edit();
            this.likenesses = from.numbers.likenesses().edit();
            this.groups = from.numbers.groups().edit();
            this.spaces = from.numbers.spaces().edit();
            this.lists = from.numbers.lists().edit();
            this.owners = from.owners.edit();
            this.sets = from.sets.all().edit();
            this.setsOf = from.sets.setsOf().edit();
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
                describe(number, set);
                irregular += isIrregular(after, likeness) ? 1 : 0;
            }
            return number;
        }

        /// A group that has its first set gets a number, which sides that name it do not know yet.
        private int acquireGroup(SecurityGroupId group, int set) {
            int number = groups.acquire(group);
            SortedTable<Integer, Integer> known = SortedTable.empty();
            if (groups.isNew(number)) {
                tables.share(number, Verdict.sharedGroup(group));
                reset(group, Direction.INGRESS);
                reset(group, Direction.EGRESS);
                resetThoseThatName(group);
            } else {
                known = setsOf.get(number);
            }
            setsOf.set(number, known.with(set, set));
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
                setsOf.set(group, setsOf.get(group).without(number));
                SecurityGroupId id = groups.thing(group);
                if (groups.release(group)) {
                    resetThoseThatName(id);
                }
            }
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

        /// Has the rules of one direction of a group put in tables anew, once the edit is done.
        void reset(SecurityGroupId group, Direction direction) {
            stale.add(new Stale(group, direction));
        }

        private void resetStale() {
            for (Stale rules : stale) {
                groups.find(rules.group()).ifPresent(number -> {
                    tables.unmakeOfGroup(number, rules.direction());
                    setsOf.get(number).keys().forEach(this::resetMerged);
                });
            }
        }

        /// A set has a table of its own while it has many rules.
        private void resetMerged(int number) {
            GroupSet set = sets.get(number);
            if (set.groups().size() > 1 && (isMerged(set.likeness()) || owners.isMerged(number))) {
                describe(number, set);
            }
        }

        /// Describes all sets with a group anew, whose type or intra-group policy may have changed.
        void describe(SecurityGroupId group) {
            groups.find(group)
                    .ifPresent(number -> setsOf.get(number).keys().forEach(set -> describe(set, sets.get(set))));
        }

        private void describe(int number, GroupSet set) {
            boolean merged = isMerged(set.likeness());
            owners.describe(number, set, groups(set.likeness()), merged ? SetLines.MERGED : 0);
            if (merged) {
                tables.unmakeOfSet(number, Direction.INGRESS);
                tables.unmakeOfSet(number, Direction.EGRESS);
            }
        }

        private boolean isMerged(Likeness likeness) {
            return likeness.groups().size() > 1
                    && likeness.groups().stream()
                                    .mapToInt(group -> after.ruleCount(group))
                                    .sum()
                            >= MERGED_RULE_COUNT;
        }

        private List<SecurityGroup> groups(Likeness likeness) {
            return likeness.groups().stream()
                    .map(id -> after.group(id).orElseThrow())
                    .toList();
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
            resetStale();
            return new Registry(
                    new Numbers(enis.done(), likenesses.done(), groups.done(), spaces.done(), lists.done()),
                    owners.done(),
                    new Sets(sets.done(), setsOf.done(), irregular),
                    tables.done());
        }
    }
}
