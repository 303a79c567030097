package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.SortedTable;
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
            new Sets(RefChunks.empty(), RefChunks.empty(), RefChunks.empty(), 0),
            RefChunks.empty());

    private final Numbers numbers;
    private final Owners owners;
    private final Sets sets;
    private final RefChunks<ListTable> lists;

    /// @param likenesses of sets
    record Numbers(
            Interned<EniId> enis,
            Interned<Likeness> likenesses,
            Interned<SecurityGroupId> groups,
            Interned<VpcId> spaces,
            Interned<PrefixListId> lists) {}

    /// @param sides two for each set, in the order of the directions
    /// @param setsOf numbers of the sets that have each group
    /// @param irregular sets with a group of another VPC, or with more groups than fit
    record Sets(
            RefChunks<GroupSet> all,
            RefChunks<Side> sides,
            RefChunks<SortedTable<Integer, Integer>> setsOf,
            int irregular) {}

    private Registry(Numbers numbers, Owners owners, Sets sets, RefChunks<ListTable> lists) {
        this.numbers = numbers;
        this.owners = owners;
        this.sets = sets;
        this.lists = lists;
    }

    Owners owners() {
        return owners;
    }

    RefChunks<Side> sides() {
        return sets.sides();
    }

    RefChunks<ListTable> lists() {
        return lists;
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

    Stream<Integer> setNumbers() {
        return numbers.likenesses().numbers();
    }

    GroupSet set(int number) {
        return sets.all().get(number);
    }

    /// Tells whether addresses do not tell who is a member: some ENI is in a group of another VPC or
    /// in too many groups, or an address has too many owners.
    boolean isIrregular() {
        return sets.irregular() > 0 || owners.isCrowded();
    }

    static int sideNumber(int set, Direction direction) {
        return 2 * set + direction.ordinal();
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
        private final RefChunks.Edit<Side> sides;
        private final RefChunks.Edit<SortedTable<Integer, Integer>> setsOf;
        private final RefChunks.Edit<ListTable> listTables;
        private final Set<Stale> stale = new LinkedHashSet<>();
        private int irregular;

        /// The sides of all sets with a group.
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
            this.sides = from.sets.sides().edit();
            this.setsOf = from.sets.setsOf().edit();
            this.listTables = from.lists.edit();
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
                unmake(number, Direction.INGRESS);
                unmake(number, Direction.EGRESS);
                irregular += isIrregular(after, likeness) ? 1 : 0;
            }
            return number;
        }

        /// A group that has its first set gets a number, which sides that name it do not know yet.
        private int acquireGroup(SecurityGroupId group, int set) {
            int number = groups.acquire(group);
            SortedTable<Integer, Integer> known = SortedTable.empty();
            if (groups.isNew(number)) {
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
            return likeness.groups().size() > SetLines.GROUP_COUNT_MAX || likeness.groups().stream()
                    .flatMap(id -> state.group(id).stream())
                    .anyMatch(group -> !group.vpc().equals(likeness.vpc()));
        }

        private void resetThoseThatName(SecurityGroupId group) {
            after.rulesNaming(group).forEach(rule -> reset(rule.group(), rule.direction()));
        }

        /// Has one direction of all sets with a group made anew, once the edit is done.
        void reset(SecurityGroupId group, Direction direction) {
            stale.add(new Stale(group, direction));
        }

        private void resetStale() {
            for (Stale side : stale) {
                groups.find(side.group())
                        .ifPresent(number -> setsOf.get(number)
                                .keys()
                                .forEach(set -> unmake(set, side.direction())));
            }
        }

        private void unmake(int set, Direction direction) {
            sides.set(sideNumber(set, direction), Side.UNMADE);
        }

        /// Takes in a prefix list, or its new entries.
        void put(PrefixList list) {
            int number = lists.find(list.id()).orElseGet(() -> lists.acquire(list.id()));
            listTables.set(number, ListTable.of(list));
        }

        void remove(PrefixListId list) {
            lists.find(list).ifPresent(lists::release);
        }

        Registry done() {
            resetStale();
            return new Registry(
                    new Numbers(enis.done(), likenesses.done(), groups.done(), spaces.done(), lists.done()),
                    owners.done(),
                    new Sets(sets.done(), sides.done(), setsOf.done(), irregular),
                    listTables.done());
        }
    }
}
