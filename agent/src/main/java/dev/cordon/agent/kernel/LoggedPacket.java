package dev.cordon.agent.kernel;

/// A packet that a rule has logged.
///
/// @param prefix what the rule says of it
/// @param inLink index of the link it came in by, 0 if it came from this machine
/// @param outLink index of the link it was to leave by, 0 if that is not known
/// @param sequence counts what the kernel has logged to the group, modulo 2³²
public record LoggedPacket(String prefix, int inLink, int outLink, long sequence, Glimpse packet) {}
