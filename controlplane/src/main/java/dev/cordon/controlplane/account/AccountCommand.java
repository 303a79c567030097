package dev.cordon.controlplane.account;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.record.AccessKey;
import dev.cordon.wire.record.Account;

/// What an operator asks for about accounts.
public sealed interface AccountCommand {

    record Create(Account account) implements AccountCommand {}

    /// The account's keys go with it.
    record Delete(AccountId account) implements AccountCommand {}

    record AddKey(AccessKey key) implements AccountCommand {}

    record SetKeyStatus(String accessKeyId, AccessKey.Status status) implements AccountCommand {}

    record DeleteKey(String accessKeyId) implements AccountCommand {}
}
