package dev.cordon.controlplane.execute;

import java.time.Instant;

/// Where a command comes from; kept with what it commits, as its line in the audit log.
///
/// @param who access key id or account
/// @param requestId as in the answer to the request
/// @param action as the request named it, such as `AuthorizeSecurityGroup`
public record Origin(Instant at, String who, String requestId, String action) {}
