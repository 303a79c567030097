package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.contract.Recording.Acknowledged;
import dev.cordon.store.contract.Recording.Watched;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// No revision is given to two commits, none to a commit that expected another head, and no watch
/// delivers one twice.
public final class UniqueChecker implements Checker {

    @Override
    public Stream<String> violations(Recording recording) {
        List<Revision> given =
                recording.acknowledged().stream().map(Acknowledged::revision).toList();
        Stream<String> givenTwice = twice(given).map(revision -> "broke unique: two commits got revision " + revision);
        Stream<String> misplaced = recording.acknowledged().stream()
                .filter(answer -> !answer.commit().revision().equals(answer.revision()))
                .map(answer -> "broke unique: " + answer.commit().expectedHead() + " was expected before "
                        + answer.revision());
        Stream<String> deliveredTwice = recording.watched().stream()
                .map(Watched::revisions)
                .flatMap(UniqueChecker::twice)
                .map(revision -> "broke unique: a watch delivered " + revision + " twice");
        return Stream.of(givenTwice, misplaced, deliveredTwice).flatMap(broken -> broken);
    }

    private static Stream<Revision> twice(Collection<Revision> revisions) {
        Set<Revision> seen = new HashSet<>();
        return revisions.stream().filter(revision -> !seen.add(revision));
    }
}
