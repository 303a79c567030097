package dev.cordon.bench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Choices, some more likely than others.
///
/// @param choices each as often as its weight says
public record Mix<T>(List<T> choices) {

    public Mix {
        choices = List.copyOf(choices);
    }

    /// Returns a mix of one choice, which others can be added to.
    public static <T> Mix<T> of(int weight, T choice) {
        return new Mix<T>(List.of()).and(weight, choice);
    }

    public Mix<T> and(int weight, T choice) {
        List<T> more = new ArrayList<>(choices);
        for (int i = 0; i < weight; i++) {
            more.add(choice);
        }
        return new Mix<>(more);
    }

    public T next(RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
