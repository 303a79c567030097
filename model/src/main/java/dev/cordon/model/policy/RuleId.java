package dev.cordon.model.policy;

/// The id of a rule, `sgr-…`.
public record RuleId(String value) implements Id, Comparable<RuleId> {

    public RuleId {
        Id.checked(value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
