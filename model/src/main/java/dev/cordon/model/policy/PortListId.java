package dev.cordon.model.policy;

/// The id of a port list, `prl-…`.
public record PortListId(String value) implements Id, Comparable<PortListId> {

    public PortListId {
        Id.checked(value);
    }

    @Override
    public int compareTo(PortListId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
