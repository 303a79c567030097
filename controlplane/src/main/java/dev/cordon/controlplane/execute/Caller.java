package dev.cordon.controlplane.execute;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.record.WhoForm;

/// Who asks: kept in the audit log with what they change.
///
/// @param source address that the call came from, or a word for a place that has none
public record Caller(AccountId account, String accessKeyId, String source) {

    private static final String HERE = "local";

    /// Somebody of this process, in the name of the first account.
    public static Caller local(String accessKeyId) {
        return new Caller(AccountId.ROOT, accessKeyId, HERE);
    }

    /// Returns the text of the audit log, such as `1000000000000001/cordon4f2a@192.0.2.7`.
    public String text() {
        return WhoForm.print(account.value(), accessKeyId, source);
    }
}
