package dev.cordon.model.state;

/// The number of a commit: the one clock of the system.
public record Revision(long number) implements Comparable<Revision> {

    /// Before the first commit.
    public static final Revision NONE = new Revision(0);

    public Revision {
        if (number < 0) {
            throw new IllegalArgumentException("not a revision `" + number + "`");
        }
    }

    public Revision next() {
        return new Revision(number + 1);
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
