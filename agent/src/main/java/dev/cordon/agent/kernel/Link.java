package dev.cordon.agent.kernel;

/// A network link as the kernel lists it.
///
/// @param alias empty if none is set
public record Link(int index, String name, String alias) {}
