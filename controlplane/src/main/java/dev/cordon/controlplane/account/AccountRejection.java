package dev.cordon.controlplane.account;

/// Why a command about accounts is refused.
public enum AccountRejection {
    ACCOUNT_NOT_FOUND,
    ACCOUNT_OWNS_OBJECTS,
    NAME_TAKEN,
    TOO_MANY_ACCOUNTS,
    KEY_NOT_FOUND,
    TOO_MANY_KEYS
}
