package dev.cordon.store;

import static dev.cordon.store.contract.Fixtures.commit;
import static dev.cordon.store.contract.Fixtures.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.model.state.Revision;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static List<Commit> commits(int count, String value) {
        return LongStream.range(0, count)
                .mapToObj(number -> commit(number, put("key/" + number, value)))
                .toList();
    }

    @Test
    void revisionsFollowTheFirstExpectedHead() {
        Batch batch = new Batch(List.of(commit(7, put("a", "one")), commit(8, put("b", "two"))));
        assertThat(batch.expectedHead()).isEqualTo(new Revision(7));
        assertThat(batch.revision()).isEqualTo(new Revision(9));
    }

    @Test
    void commitsThatDoNotFollowOneAnotherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(List.of(commit(7, put("a", "one")), commit(7, put("b", "two")))))
                .withMessage("commit after revision 8 expects `7`");
    }

    @Test
    void batchIsLimitedInCommitsAndBytes() {
        assertThat(new Batch(commits(Batch.COMMIT_COUNT_MAX, "value")).revision())
                .isEqualTo(new Revision(Batch.COMMIT_COUNT_MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> new Batch(commits(Batch.COMMIT_COUNT_MAX + 1, "value")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Batch(List.of()));
        String large = "x".repeat(Writes.VALUE_BYTE_COUNT_MAX);
        int tooMany = (int) (Batch.BYTE_COUNT_MAX / Writes.VALUE_BYTE_COUNT_MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(commits(tooMany, large)))
                .withMessageContaining("too many bytes in a batch");
    }
}
