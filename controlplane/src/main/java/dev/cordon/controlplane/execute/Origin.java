package dev.cordon.controlplane.execute;

import java.time.Instant;

/// Where a command comes from; kept with what it commits, as its line in the audit log.
///
/// @param requestId as in the answer to the request
/// @param action as the request named it, such as `AuthorizeSecurityGroup`
public record Origin(Instant at, Caller caller, String requestId, String action) {}
