package dev.cordon.model.policy;

/// The id of an instance, `i-…`.
public record InstanceId(String value) implements Id, Comparable<InstanceId> {

    public InstanceId {
        Id.checked(value);
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
