package dev.cordon.controlplane.account;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.record.AccessKey;
import dev.cordon.wire.record.Account;

/// An account or a key, made or gone.
public sealed interface AccountChange {

    record PutAccount(Account account) implements AccountChange {}

    record DeleteAccount(AccountId account) implements AccountChange {}

    record PutKey(AccessKey key) implements AccountChange {}

    record DeleteKey(String accessKeyId) implements AccountChange {}
}
