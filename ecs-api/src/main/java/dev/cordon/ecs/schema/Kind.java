package dev.cordon.ecs.schema;

/// What a single value is on the wire.
public enum Kind {
    TEXT,
    NUMBER,
    FLAG
}
