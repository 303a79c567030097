package dev.cordon.store.contract;

import static dev.cordon.store.contract.Fixtures.commit;
import static dev.cordon.store.contract.Fixtures.entries;
import static dev.cordon.store.contract.Fixtures.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Commit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.Writes;
import dev.cordon.store.contract.Recording.Acknowledged;
import dev.cordon.store.contract.Recording.Watched;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A checker that finds nothing proves nothing: each is shown what it has to find.
class CheckersTest {

    private static final Commit FIRST = commit(0, put("a", "one"));
    private static final Commit SECOND = commit(1, put("b", "two"));
    private static final Commit THIRD = commit(2, put("c", "three"));
    private static final Watched WHOLE = watched(0, 3, FIRST, SECOND, THIRD);
    private static final Contents AT_TWO = new Contents(new Revision(2), entries(Map.of("a", "one", "b", "two")));

    private static Watched watched(long after, long last, Commit... delivered) {
        List<CommittedChange> changes =
                List.of(delivered).stream().map(Commit::committed).toList();
        return new Watched(new Revision(after), changes, new Revision(last));
    }

    private static Acknowledged acknowledged(Commit commit) {
        return new Acknowledged(commit.revision(), commit);
    }

    private static Recording recording(Watched... watched) {
        return new Recording(
                List.of(acknowledged(FIRST), acknowledged(SECOND), acknowledged(THIRD)),
                List.of(watched),
                List.of(AT_TWO),
                new Revision(3));
    }

    @Test
    void soundRecordingBreaksNothing() {
        Recording sound = recording(WHOLE, watched(1, 3, SECOND, THIRD), watched(3, 3));
        assertThat(new OrderedChecker().violations(sound)).isEmpty();
        assertThat(new UniqueChecker().violations(sound)).isEmpty();
        assertThat(new AtomicChecker().violations(sound)).isEmpty();
        assertThat(new ReliableChecker().violations(sound)).isEmpty();
        assertThat(new ResumableChecker().violations(sound)).isEmpty();
    }

    @Test
    void changeOutOfOrderIsFound() {
        assertThat(new OrderedChecker().violations(recording(watched(0, 3, FIRST, THIRD, SECOND))))
                .containsExactly("broke ordered: 2 came after 3");
        assertThat(new OrderedChecker().violations(recording(watched(2, 3, FIRST))))
                .containsExactly("broke ordered: 1 came after 2");
    }

    @Test
    void changeDeliveredTwiceIsFound() {
        assertThat(new UniqueChecker().violations(recording(watched(0, 3, FIRST, FIRST, SECOND, THIRD))))
                .containsExactly("broke unique: a watch delivered 1 twice");
    }

    @Test
    void revisionGivenTwiceIsFound() {
        Commit other = commit(0, put("a", "other"));
        Recording recording =
                new Recording(List.of(acknowledged(FIRST), acknowledged(other)), List.of(), List.of(), new Revision(1));
        assertThat(new UniqueChecker().violations(recording))
                .containsExactly("broke unique: two commits got revision 1");
    }

    @Test
    void commitAfterAnotherHeadThanItExpectedIsFound() {
        Recording recording =
                new Recording(List.of(new Acknowledged(new Revision(2), FIRST)), List.of(), List.of(), new Revision(2));
        assertThat(new UniqueChecker().violations(recording)).containsExactly("broke unique: 0 was expected before 2");
    }

    @Test
    void tornChangeIsFound() {
        Commit torn = commit(1, Writes.NONE);
        assertThat(new AtomicChecker().violations(recording(watched(0, 3, FIRST, torn, THIRD))))
                .containsExactly("broke atomic: a watch delivered another 2");
    }

    @Test
    void tornReadIsFound() {
        Contents torn = new Contents(new Revision(3), entries(Map.of("a", "one", "c", "three")));
        Recording recording =
                new Recording(recording().acknowledged(), List.of(WHOLE), List.of(AT_TWO, torn), new Revision(3));
        assertThat(new AtomicChecker().violations(recording))
                .containsExactly("broke atomic: contents at 3 are no fold of commits");
    }

    @Test
    void changeLeftOutIsFound() {
        assertThat(new ReliableChecker().violations(recording(WHOLE, watched(0, 3, FIRST, THIRD))))
                .containsExactly("broke reliable: a watch after 0 left out 2");
        assertThat(new ReliableChecker().violations(recording(watched(1, 3, SECOND))))
                .containsExactly("broke reliable: a watch after 1 left out 3");
    }

    @Test
    void lostCommitIsFound() {
        Recording recording = new Recording(
                recording().acknowledged(), List.of(watched(0, 2, FIRST, SECOND)), List.of(), new Revision(2));
        assertThat(new ReliableChecker().violations(recording))
                .containsExactly("broke reliable: the head is 2, but 3 was acknowledged");
    }

    @Test
    void resumedWatchThatDiffersIsFound() {
        Commit other = commit(2, put("c", "other"));
        assertThat(new ResumableChecker().violations(recording(WHOLE, watched(1, 3, SECOND, other))))
                .containsExactly("broke resumable: a watch after 1 differs from the unbroken one");
        assertThat(new ResumableChecker().violations(recording(WHOLE, watched(1, 3, THIRD))))
                .containsExactly("broke resumable: a watch after 1 differs from the unbroken one");
    }

    @Test
    void recordingWithoutAnUnbrokenWatchCannotBeJudged() {
        assertThat(new ResumableChecker().violations(recording(watched(1, 3, SECOND, THIRD))))
                .containsExactly("cannot judge resumable: no watch went from the start to the head");
    }
}
