package dev.cordon.model.policy;

/// The id of a security group, `sg-…`.
public record SecurityGroupId(String value) implements Id, Comparable<SecurityGroupId> {

    public SecurityGroupId {
        Id.checked(value);
    }

    @Override
    public int compareTo(SecurityGroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
