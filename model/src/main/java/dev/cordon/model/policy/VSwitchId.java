package dev.cordon.model.policy;

/// The id of a vSwitch, `vsw-…`.
public record VSwitchId(String value) implements Id, Comparable<VSwitchId> {

    public VSwitchId {
        Id.checked(value);
    }

    @Override
    public int compareTo(VSwitchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
