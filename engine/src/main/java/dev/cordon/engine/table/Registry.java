package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
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
            Interned.empty(),
            Interned.empty(),
            Interned.empty(),
            Interned.empty(),
            new Placed(AddressIndex.EMPTY, IntChunks.EMPTY, RefChunks.empty(), RefChunks.empty(), 0));

    private final Interned<EniId> enis;
    private final Interned<Likeness> likenesses;
    private final Interned<SecurityGroupId> groups;
    private final Interned<VpcId> spaces;
    private final Placed placed;

    /// @param setOf number of the set of each ENI
    /// @param setsOf numbers of the sets that have each group
    /// @param irregular sets with a group of another VPC
    record Placed(
            AddressIndex addresses,
            IntChunks setOf,
            RefChunks<GroupSet> sets,
            RefChunks<SortedTable<Integer, Integer>> setsOf,
            int irregular) {}

    private Registry(
            Interned<EniId> enis,
            Interned<Likeness> likenesses,
            Interned<SecurityGroupId> groups,
            Interned<VpcId> spaces,
            Placed placed) {
        this.enis = enis;
        this.likenesses = likenesses;
        this.groups = groups;
        this.spaces = spaces;
        this.placed = placed;
    }

    Owners owners() {
        return new Owners(placed.addresses(), placed.setOf(), placed.sets());
    }

    OptionalInt indexOf(EniId eni) {
        return enis.find(eni).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    EniId eni(int index) {
        return enis.thing(index);
    }

    /// Returns the number of a group that some ENI is in.
    OptionalInt groupNumber(SecurityGroupId group) {
        return groups.find(group).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    Stream<GroupSet> sets() {
        return likenesses.numbers().map(placed.sets()::get);
    }

    /// Tells whether addresses do not tell who is a member: some ENI is in a group of another VPC,
    /// or an address has too many owners.
    boolean isIrregular() {
        return placed.irregular() > 0 || placed.addresses().isCrowded();
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
        private final AddressIndex.Edit addresses;
        private final IntChunks.Edit setOf;
        private final RefChunks.Edit<GroupSet> sets;
        private final RefChunks.Edit<SortedTable<Integer, Integer>> setsOf;
        private final Set<Stale> stale = new LinkedHashSet<>();
        private int irregular;

        /// The sides of all sets with a group.
        private record Stale(SecurityGroupId group, Direction direction) {}

        private Edit(Registry from, PolicyState before, PolicyState after) {
            this.before = before;
            this.after = after;
            this.enis = from.enis.edit();
            this.likenesses = from.likenesses.edit();
            this.groups = from.groups.edit();
            this.spaces = from.spaces.edit();
            this.setOf = from.placed.setOf().edit();
            this.sets = from.placed.sets().edit();
            this.setsOf = from.placed.setsOf().edit();
            this.addresses =
                    from.placed.addresses().edit(eni -> sets.get(setOf.get(eni)).space());
            this.irregular = from.placed.irregular();
        }

        /// Takes in an ENI that is not there.
        void put(Eni eni) {
            int index = enis.acquire(eni.id());
            setOf.set(index, acquireSet(Likeness.of(eni)));
            addresses.add(index, eni.addresses());
        }

        /// Takes out an ENI that is there.
        void remove(Eni eni) {
            int index = enis.find(eni.id()).orElseThrow();
            addresses.remove(index, eni.addresses());
            enis.release(index);
            releaseSet(setOf.get(index));
        }

        /// Moves an ENI whose addresses and VPC stay the same to other groups.
        void move(Eni eni) {
            int index = enis.find(eni.id()).orElseThrow();
            int left = setOf.get(index);
            setOf.set(index, acquireSet(Likeness.of(eni)));
            releaseSet(left);
        }

        private int acquireSet(Likeness likeness) {
            int number = likenesses.acquire(likeness);
            if (likenesses.isNew(number)) {
                List<Integer> members = new ArrayList<>();
                for (SecurityGroupId group : likeness.groups()) {
                    members.add(acquireGroup(group, number));
                }
                sets.set(number, new GroupSet(likeness, spaces.acquire(likeness.vpc()), members));
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
            for (int i = 0; i < set.groupCount(); i++) {
                int group = set.group(i);
                setsOf.set(group, setsOf.get(group).without(number));
                SecurityGroupId id = groups.thing(group);
                if (groups.release(group)) {
                    resetThoseThatName(id);
                }
            }
        }

        private static boolean isIrregular(PolicyState state, Likeness likeness) {
            return likeness.groups().stream()
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
                                .forEach(set -> sets.set(set, sets.get(set).without(side.direction()))));
            }
        }

        Registry done() {
            resetStale();
            return new Registry(
                    enis.done(),
                    likenesses.done(),
                    groups.done(),
                    spaces.done(),
                    new Placed(addresses.done(), setOf.done(), sets.done(), setsOf.done(), irregular));
        }
    }
}
