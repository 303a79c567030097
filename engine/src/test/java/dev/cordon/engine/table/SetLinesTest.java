package dev.cordon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetLinesTest {

    private static final int SPACE = 7;

    @Test
    void everyGroupOfASetIsFoundInItsLineAndNoOther() {
        SplittableRandom random = new SplittableRandom(1);
        for (int count = 0; count <= SetLines.GROUP_COUNT_MAX; count++) {
            List<Integer> groups =
                    random.ints(0, 5_000).distinct().limit(count).boxed().toList();
            SetLines.Edit edit = SetLines.EMPTY.edit();
            edit.set(3, SPACE, groups);
            SetLines lines = edit.done();
            for (int group = 0; group < 5_000; group++) {
                assertThat(isIn(lines, 4, group))
                        .as("group %s of %s", group, groups)
                        .isEqualTo(groups.contains(group));
            }
            assertThat(edit.space(3)).isEqualTo(SPACE);
        }
    }

    @Test
    void groupsOneAfterTheOtherArePartedToo() {
        for (int first = 0; first < 300; first++) {
            for (int step = 1; step <= 64; step *= 2) {
                int from = first;
                int by = step;
                List<Integer> groups = IntStream.range(0, SetLines.GROUP_COUNT_MAX)
                        .mapToObj(i -> from + by * i)
                        .toList();
                SetLines.Edit edit = SetLines.EMPTY.edit();
                edit.set(0, SPACE, groups);
                SetLines lines = edit.done();
                assertThat(groups).allMatch(group -> isIn(lines, 1, group));
            }
        }
    }

    @Test
    void aCodeIsOfOneGroup() {
        IntStream.range(0, 100_000)
                .forEach(group ->
                        assertThat(SetLines.group(SetLines.code(group))).isEqualTo(group));
        assertThat(SetLines.group(0)).isNegative();
    }

    @Test
    void nobodyIsInNoGroupAndInNoSpace() {
        int[] chunk = SetLines.EMPTY.chunk(SetLines.NOBODY);
        assertThat(isIn(SetLines.EMPTY, SetLines.NOBODY, 0)).isFalse();
        assertThat(SetLines.isIn(0, chunk, SetLines.place(SetLines.NOBODY))).isFalse();
    }

    @Test
    void whoeverAsksForNoGroupFindsIt() {
        SetLines.Edit edit = SetLines.EMPTY.edit();
        edit.set(0, SPACE, List.of(1, 2, 3));
        int[] chunk = edit.done().chunk(1);
        int at = SetLines.place(1);
        assertThat(chunk[at + SetLines.placeOf(0, chunk[at + SetLines.FACTOR])]).isZero();
    }

    private static boolean isIn(SetLines lines, int line, int group) {
        int[] chunk = lines.chunk(line);
        int at = SetLines.place(line);
        int code = SetLines.code(group);
        return chunk[at + SetLines.placeOf(code, chunk[at + SetLines.FACTOR])] == code;
    }
}
