package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.contract.Recording.Watched;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// An acknowledged commit is never lost, and no watch leaves one out.
public final class ReliableChecker implements Checker {

    @Override
    public Stream<String> violations(Recording recording) {
        Stream<String> lost = recording.acknowledged().stream()
                .filter(answer -> answer.revision().compareTo(recording.head()) > 0)
                .map(answer -> "broke reliable: the head is " + recording.head() + ", but " + answer.revision()
                        + " was acknowledged");
        return Stream.concat(lost, recording.watched().stream().flatMap(ReliableChecker::leftOut));
    }

    private static Stream<String> leftOut(Watched watched) {
        Set<Revision> delivered = Set.copyOf(watched.revisions());
        return LongStream.rangeClosed(
                        watched.after().next().number(), watched.last().number())
                .mapToObj(Revision::new)
                .filter(revision -> !delivered.contains(revision))
                .map(revision -> "broke reliable: a watch after " + watched.after() + " left out " + revision);
    }
}
