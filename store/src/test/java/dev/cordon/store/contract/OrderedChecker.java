package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.contract.Recording.Watched;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A watch delivers changes in the order of their revisions, the first after the one it started
/// from.
public final class OrderedChecker implements Checker {

    @Override
    public Stream<String> violations(Recording recording) {
        return recording.watched().stream().flatMap(OrderedChecker::violations);
    }

    private static Stream<String> violations(Watched watched) {
        List<Revision> revisions = Stream.concat(Stream.of(watched.after()), watched.revisions().stream())
                .toList();
        return IntStream.range(1, revisions.size())
                .filter(place -> revisions.get(place).compareTo(revisions.get(place - 1)) < 0)
                .mapToObj(
                        place -> "broke ordered: " + revisions.get(place) + " came after " + revisions.get(place - 1));
    }
}
