package dev.cordon.controlplane.execute;

import dev.cordon.model.state.Revision;
import java.time.Instant;

/// One line of the audit log.
///
/// @param who account, key and source, as [Caller#text] has them
public record LogLine(Revision revision, Instant at, String who, String requestId, String action) {}
