package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.account.AccountRejection;

/// What came of a command about accounts.
public sealed interface AccountResult {

    /// It is done, and durable.
    record Done() implements AccountResult {}

    /// It cannot be done; nothing has changed.
    record Refused(AccountRejection rejection) implements AccountResult {}

    /// Other writers were faster every time; nothing has changed. Ask again.
    record Contended() implements AccountResult {}
}
