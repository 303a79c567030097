package dev.cordon.model.policy;

import java.time.Instant;

/// What is kept of an object for people and has no effect on a flow. Empty text is absence.
public record Details(String name, String description, Instant createdAt, Labels labels) {

    public static final Details NONE = new Details("", "", Instant.EPOCH);

    public Details(String name, String description, Instant createdAt) {
        this(name, description, createdAt, Labels.NONE);
    }

    public Details named(String changed) {
        return new Details(changed, description, createdAt, labels);
    }

    public Details described(String changed) {
        return new Details(name, changed, createdAt, labels);
    }

    public Details with(Labels changed) {
        return new Details(name, description, createdAt, changed);
    }
}
