package dev.cordon.conformance.differential;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes a history as small as it gets while it keeps a property: packets and changes, objects of
/// the state, and then the fields of what is left.
///
/// Every step takes something away or makes it plainer, so there is an end. The result is smallest
/// in the sense that no one step more keeps the property.
///
/// @param property of the history that is to be explained
record Shrinker(Predicate<History> property) {

    /// From the coarsest on: what is gone needs no making plainer.
    private static final List<Function<History, Stream<History>>> STEPS = List.of(
            Cuts::events,
            Cuts::beginnings,
            Cuts::objects,
            Cuts::changes,
            Plainer::profiles,
            Plainer::objects,
            Plainer::changes,
            Plainer::packets,
            Plainer::pauses);

    History smallest(History history) {
        History smallest = history;
        History before;
        do {
            before = smallest;
            for (Function<History, Stream<History>> step : STEPS) {
                smallest = exhausted(step, smallest);
            }
        } while (!smallest.equals(before));
        return smallest;
    }

    private History exhausted(Function<History, Stream<History>> step, History history) {
        History smallest = history;
        History before;
        do {
            before = smallest;
            History current = smallest;
            smallest = step.apply(current)
                    .filter(smaller -> !smaller.equals(current) && smaller.isWhole() && property.test(smaller))
                    .findFirst()
                    .orElse(current);
        } while (!smallest.equals(before));
        return smallest;
    }
}
