package dev.cordon.store;

/// What came of reading at a revision.
public sealed interface Reading permits Contents, OutOfHistory {}
