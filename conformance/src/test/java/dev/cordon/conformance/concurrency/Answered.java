package dev.cordon.conformance.concurrency;

import java.util.List;

/// A write that was answered with success.
///
/// @param made id of what it made, empty if it made nothing that the answer names
record Answered(Call call, String requestId, String made) {

    /// Returns what the commit of it has to mention.
    List<String> mentioned() {
        return made.isEmpty() ? call.about() : List.of(made);
    }

    /// Tells whether it may have found everything as it was to be, so that nothing was committed.
    boolean mayHaveChangedNothing() {
        return switch (call.act()) {
            case AUTHORIZE, REVOKE -> !call.hasToken();
            case CREATE_GROUP, DELETE_GROUP, CREATE_ENI, DELETE_ENI, JOIN, LEAVE -> false;
        };
    }
}
