package dev.cordon.controlplane.attempt;

import dev.cordon.wire.record.Attempt;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The newest attempts. When there are too many, the account that has most of them loses
/// its oldest, so that nobody can wash away the traces of another.
///
/// All methods may be called from any thread.
public final class Attempts {

    /// Attempts that are kept.
    public static final int COUNT_MAX = 10_000;

    private static final Comparator<Attempt> BY_TIME =
            Comparator.comparing(Attempt::at).thenComparing(Attempt::requestId);

    /// By account, the oldest first.
    private final Map<String, Deque<Attempt>> kept = new TreeMap<>();

    private final AttemptFile file;
    private int count;

    private Attempts(AttemptFile file) {
        this.file = file;
        file.read().forEach(this::keep);
    }

    /// Keeps attempts in memory alone.
    public static Attempts inMemory() {
        return new Attempts(AttemptFile.NONE);
    }

    /// Keeps attempts in a file too, which is made if there is none.
    ///
    /// A file that cannot be written is logged and does not keep calls from being answered: what
    /// was refused has changed nothing.
    public static Attempts in(Path path) {
        return new Attempts(new LineFile(path));
    }

    public synchronized void add(Attempt attempt) {
        keep(attempt);
        file.append(attempt, () -> oldestFirst().toList());
    }

    private void keep(Attempt attempt) {
        kept.computeIfAbsent(account(attempt), account -> new ArrayDeque<>()).addLast(attempt);
        count++;
        if (count > COUNT_MAX) {
            dropOne();
        }
    }

    private static String account(Attempt attempt) {
        int end = attempt.who().indexOf('/');
        return end < 0 ? "" : attempt.who().substring(0, end);
    }

    private void dropOne() {
        var fullest = kept.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow();
        fullest.getValue().removeFirst();
        if (fullest.getValue().isEmpty()) {
            kept.remove(fullest.getKey());
        }
        count--;
    }

    /// Returns the attempts that were made at a revision or at later ones, the oldest first.
    public synchronized List<Attempt> since(long revision, int countMax) {
        return oldestFirst()
                .filter(attempt -> attempt.after() >= revision)
                .limit(countMax)
                .toList();
    }

    private Stream<Attempt> oldestFirst() {
        return kept.values().stream().flatMap(Deque::stream).sorted(BY_TIME);
    }
}
