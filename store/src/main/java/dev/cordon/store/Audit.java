package dev.cordon.store;

import java.time.Instant;

/// Who did what, when, and in which request: a commit's line in the audit log.
///
/// @param at kept to the nanosecond
/// @param who access key id or account
/// @param requestId as in the answer to the request
/// @param action as the request named it, such as `AuthorizeSecurityGroup`
public record Audit(Instant at, String who, String requestId, String action) {

    /// Longest text of each component, in bytes of UTF-8.
    public static final int TEXT_BYTE_COUNT_MAX = 256;

    public Audit {
        requireShort(who);
        requireShort(requestId);
        requireShort(action);
    }

    private static void requireShort(String text) {
        if (text.isEmpty() || Utf8.byteCount(text) > TEXT_BYTE_COUNT_MAX) {
            throw new IllegalArgumentException(
                    "not an audit text of 1 to " + TEXT_BYTE_COUNT_MAX + " bytes `" + text + "`");
        }
    }
}
