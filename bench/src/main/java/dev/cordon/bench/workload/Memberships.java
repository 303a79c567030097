package dev.cordon.bench.workload;

import dev.cordon.bench.draw.Zipf;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Which ENI is in which groups, by index.
///
/// Groups and ENIs are of two worlds, since no ENI is in groups of both types. From the first group
/// on: the largest, the other advanced ones, the basic ones, and last those of the ENI that has the
/// most rules. ENIs likewise. Sets of groups are shared: the first ENIs of a world take one set
/// each, so that none goes unused, and the others take the sets by Zipf.
public final class Memberships {

    public static final int GROUPS_OF_ENI_MAX = 10;

    /// The quota of a basic group, in private addresses; an ENI here has at most four.
    private static final int BASIC_MEMBERS_MAX = 6_000 / 4;

    private static final int LARGEST = 0;

    private static final int PREFIX_LISTS_OF_ENI_MAX = 3;

    /// Groups of a world that are in many sets.
    private static final int POPULAR_GROUP_COUNT = 1_000;

    /// One in so many sets is full.
    private static final int FULL_SET_EVERY = 50;

    private static final int[] SET_SIZES = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8};

    private final WorkloadSize size;
    private final SplittableRandom random;
    private final Zipf popularity = new Zipf(POPULAR_GROUP_COUNT, 0.9);
    private final int advancedGroupCount;
    private final int[][] groupsOfSet;
    private final int[] setOfEni;
    private final int[] memberCounts;

    public Memberships(WorkloadSize size) {
        this.size = size;
        this.random = new SplittableRandom(size.seed());
        this.advancedGroupCount = size.groupCount() / 2;
        this.groupsOfSet = new int[size.groupSetCount()][];
        this.setOfEni = new int[size.eniCount()];
        this.memberCounts = new int[size.groupCount()];
        makeSets();
        assignSets();
    }

    private void makeSets() {
        int withLargest = setsWithLargest();
        int advanced = advancedSets();
        Set<String> known = new HashSet<>();
        for (int set = 0; set < groupsOfSet.length - 1; set++) {
            do {
                groupsOfSet[set] = set < withLargest
                        ? groups(set, LARGEST, LARGEST + 1, advancedGroupCount)
                        : set < advanced
                                ? groups(set, -1, LARGEST + 1, advancedGroupCount)
                                : groups(set - advanced, -1, advancedGroupCount, busiestGroup());
            } while (!known.add(Arrays.toString(groupsOfSet[set])));
        }
        groupsOfSet[groupsOfSet.length - 1] = range(busiestGroup(), size.groupCount());
    }

    /// Returns a set of groups from `first` on, one of which is known beforehand, so that every
    /// group is in some set. Popular groups come in many sets.
    ///
    /// @param always a group that is in the set besides, or a negative number
    private int[] groups(int set, int always, int first, int end) {
        int wanted = set % FULL_SET_EVERY == 0 ? GROUPS_OF_ENI_MAX : SET_SIZES[random.nextInt(SET_SIZES.length)];
        Set<Integer> groups = new HashSet<>();
        if (always >= 0) {
            groups.add(always);
        }
        groups.add(first + set % (end - first));
        while (groups.size() < wanted || (set >= end - first && groups.size() < 3)) {
            int group = first + popularity.next(random) % (end - first);
            if (!namesPrefixList(group) || count(groups) < PREFIX_LISTS_OF_ENI_MAX) {
                groups.add(group);
            }
        }
        return groups.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static long count(Set<Integer> groups) {
        return groups.stream().filter(Memberships::namesPrefixList).count();
    }

    /// Tells whether a rule of a group names a prefix list, which weighs as much as 200 rules.
    static boolean namesPrefixList(int group) {
        return group % 5 == 3;
    }

    private void assignSets() {
        int others = advancedEniCount();
        assign(0, size.largestGroup(), 0, setsWithLargest());
        assign(size.largestGroup(), others, setsWithLargest(), advancedSets());
        assign(others, size.eniCount() - 1, advancedSets(), groupsOfSet.length - 1);
        take(busiestEni(), groupsOfSet.length - 1);
    }

    private void assign(int firstEni, int endEni, int firstSet, int endSet) {
        Zipf popularity = new Zipf(endSet - firstSet, 0.8);
        for (int eni = firstEni; eni < endEni; eni++) {
            int set = firstSet + Math.min(eni - firstEni, endSet - firstSet - 1);
            if (eni - firstEni >= endSet - firstSet) {
                do {
                    set = firstSet + popularity.next(random);
                } while (isFull(set));
            }
            take(eni, set);
        }
    }

    private boolean isFull(int set) {
        return Arrays.stream(groupsOfSet[set])
                .anyMatch(group -> !isAdvanced(group) && memberCounts[group] >= BASIC_MEMBERS_MAX);
    }

    private void take(int eni, int set) {
        setOfEni[eni] = set;
        for (int group : groupsOfSet[set]) {
            memberCounts[group]++;
        }
    }

    private static int[] range(int first, int end) {
        int[] range = new int[end - first];
        Arrays.setAll(range, i -> first + i);
        return range;
    }

    private int setsWithLargest() {
        return groupsOfSet.length * 4 / 10;
    }

    private int advancedSets() {
        return groupsOfSet.length / 2;
    }

    private int advancedEniCount() {
        return Math.max(size.largestGroup() + size.largestGroup() / 16, size.eniCount() * 3 / 10);
    }

    public boolean isAdvanced(int group) {
        return group < advancedGroupCount;
    }

    /// Returns a basic group other than those of the busiest ENI.
    int anyBasicGroup(RandomGenerator random) {
        return random.nextInt(advancedGroupCount, busiestGroup());
    }

    public int groupCount() {
        return size.groupCount();
    }

    public int eniCount() {
        return size.eniCount();
    }

    /// Returns the first of the groups of the ENI with the most rules; the rest follow it.
    public int busiestGroup() {
        return size.groupCount() - GROUPS_OF_ENI_MAX;
    }

    /// Returns the ENI with the most rules.
    public int busiestEni() {
        return size.eniCount() - 1;
    }

    /// Returns the groups of an ENI, ascending; not a copy.
    int[] groupsOf(int eni) {
        return groupsOfSet[setOfEni[eni]];
    }

    int setOf(int eni) {
        return setOfEni[eni];
    }

    public int memberCount(int group) {
        return memberCounts[group];
    }

    /// Returns the members of each group, ascending.
    int[][] membersOfGroups() {
        int[][] members = new int[size.groupCount()][];
        Arrays.setAll(members, group -> new int[memberCounts[group]]);
        int[] filled = new int[size.groupCount()];
        for (int eni = 0; eni < setOfEni.length; eni++) {
            for (int group : groupsOf(eni)) {
                members[group][filled[group]++] = eni;
            }
        }
        return members;
    }
}
