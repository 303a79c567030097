package dev.cordon.conformance.differential;

import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Readers that have to say the same of every packet.
///
/// @param wanted the one that is right, or is to be mended first
public record Comparison(HistoryReader wanted, List<HistoryReader> others) {

    /// All readers, against the spec.
    public static final List<Comparison> ALL = List.of(
            of(
                    Readers.SPEC,
                    Readers.TABLES,
                    Readers.INCREMENTAL,
                    Readers.CLAUSES,
                    Readers.SLICE,
                    Readers.GUEST_RULES,
                    Readers.HOST_RULES,
                    Readers.ANALYSIS),
            of(Readers.SPEC_SESSIONS, Readers.ENGINE_SESSIONS));

    /// @param reader that says something else than it should
    /// @param text what each says, and of which packet
    public record Disagreement(String reader, String text) {}

    static Comparison of(HistoryReader wanted, HistoryReader... others) {
        return new Comparison(wanted, List.of(others));
    }

    /// Returns the first disagreement on a history. A reader that fails disagrees.
    public Optional<Disagreement> disagreement(History history) {
        List<Verdict> right = wanted.read(history);
        return others.stream()
                .flatMap(other -> disagreement(history, right, other).stream())
                .findFirst();
    }

    private Optional<Disagreement> disagreement(History history, List<Verdict> right, HistoryReader other) {
        List<Verdict> said;
        try {
            said = other.read(history);
        } catch (RuntimeException failure) {
            return Optional.of(new Disagreement(other.name(), other.name() + " failed: " + failure));
        }
        List<Arrival> arrivals = history.arrivals().toList();
        for (int i = 0; i < right.size(); i++) {
            if (!right.get(i).equals(said.get(i))) {
                return Optional.of(new Disagreement(
                        other.name(),
                        wanted.name() + " says " + right.get(i) + ", " + other.name() + " says " + said.get(i) + ", of "
                                + arrivals.get(i)));
            }
        }
        return Optional.empty();
    }

    /// Fails if some reader disagrees, with the smallest history on which it does, as a file of the
    /// corpus.
    ///
    /// @throws IllegalArgumentException if some reference in the history leads nowhere
    void check(History history) {
        if (!history.isWhole()) {
            throw new IllegalArgumentException("a reference leads nowhere");
        }
        disagreement(history).ifPresent(found -> {
            History smallest = smallest(history, found.reader());
            throw new AssertionError(disagreement(smallest).orElse(found).text()
                    + "\nkeep it, once mended, as a file in conformance/src/test/resources/corpus/found:\n"
                    + CaseForm.print(smallest, wanted));
        });
    }

    /// Returns a small history with a property, as a file of the corpus that expects what the spec
    /// says.
    public static String smallest(History history, Predicate<History> property) {
        return CaseForm.print(new Shrinker(property).smallest(history), Readers.SPEC);
    }

    /// Returns a small history on which the same reader disagrees.
    History smallest(History history, String reader) {
        return new Shrinker(smaller -> disagreement(smaller)
                        .filter(found -> found.reader().equals(reader))
                        .isPresent())
                .smallest(history);
    }
}
