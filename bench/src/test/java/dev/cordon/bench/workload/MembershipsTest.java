package dev.cordon.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The network of the goals, at its whole size.
final class MembershipsTest {

    private static final WorkloadSize SIZE = WorkloadSize.STAGE_B;
    private static final Memberships MEMBERSHIPS = new Memberships(SIZE);

    @Test
    void theLargestGroupIsAtItsLimitAndTheOnlyOne() {
        assertEquals(65_536, MEMBERSHIPS.memberCount(0));
        assertThat(IntStream.range(1, SIZE.groupCount())).allMatch(group -> MEMBERSHIPS.memberCount(group) < 20_000);
        assertEquals(65_536, MEMBERSHIPS.membersOfGroups()[0].length);
    }

    @Test
    void everyGroupHasMembersAndFewHaveMany() {
        int[] ascending = IntStream.range(1, MEMBERSHIPS.busiestGroup())
                .map(MEMBERSHIPS::memberCount)
                .sorted()
                .toArray();
        assertThat(ascending[0]).isPositive();
        int median = ascending[ascending.length / 2];
        assertThat(ascending[ascending.length - 1]).isGreaterThan(50 * median);
        int all = Arrays.stream(ascending).sum();
        int ofTenth = Arrays.stream(ascending, ascending.length * 9 / 10, ascending.length)
                .sum();
        assertThat(ofTenth).isGreaterThan(all / 2);
    }

    @Test
    void enisAreInOneToTenGroupsOfOneType() {
        IntStream.Builder counts = IntStream.builder();
        for (int eni = 0; eni < SIZE.eniCount(); eni++) {
            int[] groups = MEMBERSHIPS.groupsOf(eni);
            counts.add(groups.length);
            assertEquals(
                    1,
                    Arrays.stream(groups)
                            .mapToObj(MEMBERSHIPS::isAdvanced)
                            .distinct()
                            .count());
            assertEquals(groups.length, Arrays.stream(groups).distinct().count());
        }
        assertThat(counts.build().distinct().sorted().boxed()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 10);
        assertEquals(10, MEMBERSHIPS.groupsOf(MEMBERSHIPS.busiestEni()).length);
    }

    @Test
    void everySetOfGroupsIsUsed() {
        long used = IntStream.range(0, SIZE.eniCount())
                .mapToObj(eni -> Arrays.toString(MEMBERSHIPS.groupsOf(eni)))
                .distinct()
                .count();
        assertEquals(SIZE.groupSetCount(), used);
    }

    /// With at most four addresses an ENI.
    @Test
    void noBasicGroupHasMoreAddressesThanItsQuota() {
        assertThat(IntStream.range(0, SIZE.groupCount()))
                .allMatch(group -> MEMBERSHIPS.isAdvanced(group) || 4 * MEMBERSHIPS.memberCount(group) <= 6_000);
    }
}
