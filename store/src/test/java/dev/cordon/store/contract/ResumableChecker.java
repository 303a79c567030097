package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.contract.Recording.Watched;
import java.util.List;
import java.util.stream.Stream;

/// A watch started after a revision delivers what an unbroken watch from the start delivered after
/// it.
public final class ResumableChecker implements Checker {

    @Override
    public Stream<String> violations(Recording recording) {
        List<Watched> unbroken = recording.watched().stream()
                .filter(watched -> watched.after().equals(Revision.NONE))
                .filter(watched -> watched.last().equals(recording.head()))
                .toList();
        if (unbroken.isEmpty()) {
            return Stream.of("cannot judge resumable: no watch went from the start to the head");
        }
        return recording.watched().stream()
                .filter(resumed -> !resumed.changes().equals(between(unbroken.getFirst(), resumed)))
                .map(resumed -> "broke resumable: a watch after " + resumed.after() + " differs from the unbroken one");
    }

    private static List<CommittedChange> between(Watched unbroken, Watched resumed) {
        return unbroken.changes().stream()
                .filter(change -> change.revision().compareTo(resumed.after()) > 0)
                .filter(change -> change.revision().compareTo(resumed.last()) <= 0)
                .toList();
    }
}
