package dev.cordon.model.policy;

/// The id of a VPC, `vpc-…`.
public record VpcId(String value) implements Id, Comparable<VpcId> {

    public VpcId {
        Id.checked(value);
    }

    @Override
    public int compareTo(VpcId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
