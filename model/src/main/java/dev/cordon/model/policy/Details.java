package dev.cordon.model.policy;

import java.time.Instant;

/// What is kept of an object for people and has no effect on a flow. Empty text is absence.
///
/// @param owner the account that sees it
public record Details(String name, String description, Instant createdAt, Labels labels, AccountId owner) {

    public static final Details NONE = new Details("", "", Instant.EPOCH);

    public Details(String name, String description, Instant createdAt) {
        this(name, description, createdAt, Labels.NONE);
    }

    /// Of the first account, as long as nobody says otherwise.
    public Details(String name, String description, Instant createdAt, Labels labels) {
        this(name, description, createdAt, labels, AccountId.ROOT);
    }

    public Details named(String changed) {
        return new Details(changed, description, createdAt, labels, owner);
    }

    public Details described(String changed) {
        return new Details(name, changed, createdAt, labels, owner);
    }

    public Details with(Labels changed) {
        return new Details(name, description, createdAt, changed, owner);
    }

    public Details ownedBy(AccountId account) {
        return new Details(name, description, createdAt, labels, account);
    }
}
