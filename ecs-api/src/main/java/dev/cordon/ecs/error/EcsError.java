package dev.cordon.ecs.error;

/// Why a call failed, as ECS says it.
///
/// @param code as documented, misspellings included
/// @param status of HTTP; clients tell "gone" and "try again" by it
/// @param message our own words, saying what to do next
public record EcsError(String code, int status, String message) {}
