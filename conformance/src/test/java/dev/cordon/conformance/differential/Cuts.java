package dev.cordon.conformance.differential;

import dev.cordon.conformance.differential.History.Event;
import dev.cordon.conformance.differential.History.Event.Changed;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.state.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Histories with less in them: the largest cuts first.
final class Cuts {

    private Cuts() {}

    static Stream<History> events(History history) {
        return without(history.events()).map(history::with);
    }

    /// A change at the beginning belongs to the first state.
    static Stream<History> beginnings(History history) {
        if (!history.events().isEmpty() && history.events().getFirst() instanceof Changed(var changes)) {
            return Stream.of(history.with(history.first().apply(changes))
                    .with(history.events().subList(1, history.events().size())));
        }
        return Stream.empty();
    }

    /// What refers to others goes before them, and cuts that leave a reference behind are no use.
    static Stream<History> objects(History history) {
        List<Entity> objects = history.first().objects().toList().reversed();
        return chunks(objects.size()).map(chunk -> {
            List<Change> gone = objects.subList(chunk.from(), chunk.to()).stream()
                    .<Change>map(object -> new Change.Delete(object.id()))
                    .toList();
            return history.with(history.first().apply(gone));
        });
    }

    /// Single changes of those that come together.
    static Stream<History> changes(History history) {
        return IntStream.range(0, history.events().size())
                .boxed()
                .flatMap(i -> history.events().get(i) instanceof Changed(var changes)
                        ? without(changes).map(fewer -> replaced(history, i, new Changed(fewer)))
                        : Stream.empty());
    }

    static History replaced(History history, int index, Event event) {
        List<Event> events = new ArrayList<>(history.events());
        events.set(index, event);
        return history.with(events);
    }

    /// @param to behind the last
    private record Chunk(int from, int to) {}

    private static Stream<Chunk> chunks(int count) {
        return Stream.iterate(count, size -> size > 0, size -> size / 2)
                .flatMap(size -> IntStream.iterate(0, from -> from < count, from -> from + size)
                        .mapToObj(from -> new Chunk(from, Math.min(count, from + size))));
    }

    private static <T> Stream<List<T>> without(List<T> all) {
        return chunks(all.size()).map(chunk -> {
            List<T> fewer = new ArrayList<>(all);
            fewer.subList(chunk.from(), chunk.to()).clear();
            return fewer;
        });
    }
}
