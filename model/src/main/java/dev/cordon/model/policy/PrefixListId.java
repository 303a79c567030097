package dev.cordon.model.policy;

/// The id of a prefix list, `pl-…`.
public record PrefixListId(String value) implements Id, Comparable<PrefixListId> {

    public PrefixListId {
        Id.checked(value);
    }

    @Override
    public int compareTo(PrefixListId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
