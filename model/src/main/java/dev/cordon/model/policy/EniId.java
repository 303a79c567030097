package dev.cordon.model.policy;

/// The id of an ENI, `eni-…`.
public record EniId(String value) implements Id, Comparable<EniId> {

    public EniId {
        Id.checked(value);
    }

    @Override
    public int compareTo(EniId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
