package dev.cordon.model.policy;

import java.time.Instant;

/// What is kept of an object for people and has no effect on a flow. Empty text is absence.
public record Details(String name, String description, Instant createdAt) {

    public static final Details NONE = new Details("", "", Instant.EPOCH);
}
