package dev.cordon.model.policy;

import java.time.Instant;

/// What is kept of a rule for people and has no effect on a flow.
///
/// Clients compare blocks as text, so the text is given back as it was written.
///
/// @param peerText the peer's block as written, empty if the peer is no block
/// @param localText the local side's block as written, empty if there is none
/// @param description empty if there is none
public record RuleDetails(String peerText, String localText, String description, Instant createdAt) {

    public static final RuleDetails NONE = new RuleDetails("", "", "", Instant.EPOCH);
}
